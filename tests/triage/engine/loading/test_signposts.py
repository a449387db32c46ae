from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.triage.engine.loading.signposts_copy import FOLDER, Edit, faults_of
from triage.engine.model.signposts import Signposts


def test_the_guide_reads_without_a_fault(signposts: Signposts) -> None:
    assert [country.code for country in signposts.countries] == ["US", "GB", "IE", "CA", "AU", "NZ", "other"]
    assert [service.id for service in signposts.services] == ["coaching", "counseling", "therapy"]
    assert {finder.country for finder in signposts.finders} == {"US", "GB", "IE", "CA", "AU", "NZ", "any"}


def test_every_service_can_be_found_in_every_country_or_anywhere(signposts: Signposts) -> None:
    for country in signposts.countries:
        served = [set(finder.services) for finder in signposts.finders if finder.country in (country.code, "any")]
        assert set().union(*served) >= {"coaching", "counseling", "therapy"}


def test_every_country_has_a_line_to_call_or_a_list_of_lines_first(signposts: Signposts) -> None:
    for country in signposts.countries:
        assert country.lines[0].call_uri or country.code == "other"


def test_the_emergency_numbers_are_the_countries_own(signposts: Signposts) -> None:
    assert {country.code: country.emergency for country in signposts.countries} == {
        "US": ("911",),
        "GB": ("999",),
        "IE": ("112", "999"),
        "CA": ("911",),
        "AU": ("000",),
        "NZ": ("111",),
        "other": (),
    }


def test_a_shown_number_is_the_number_that_is_dialled(signposts: Signposts) -> None:
    for line in (line for country in signposts.countries for line in country.lines if line.call):
        shown = re.sub(r"\D", "", line.call.split(",")[0])
        assert shown == line.call_uri


def test_a_text_goes_to_the_digits_of_the_number(signposts: Signposts) -> None:
    texts = {line.id: line.text_uri for country in signposts.countries for line in country.lines if line.text_number}
    assert texts["us_trevor"] == "678678"
    assert texts["au_lifeline"] == "0477131114"


def test_the_option_that_988_ended_is_not_printed() -> None:
    assert "press 3" not in (FOLDER / "crisis.toml").read_text(encoding="utf-8")


def test_the_referral_line_comes_last_and_says_that_it_is_not_for_a_crisis(signposts: Signposts) -> None:
    last = signposts.countries[0].lines[-1]
    assert last.call == "1-800-662-4357"
    assert "not for a crisis" in last.name


def test_aspects_of_a_service_fit_a_table_cell(signposts: Signposts) -> None:
    aspects = ("provider", "diagnosis", "insurance", "duration", "best_for", "scope", "cost")
    for service in signposts.services:
        assert [name for name in aspects if len(getattr(service, name)) > 100] == []


def test_the_words_stay_calm() -> None:
    for path in FOLDER.glob("*.toml"):
        assert "!" not in path.read_text(encoding="utf-8")


def test_an_unknown_key_is_reported_with_its_file_and_entry(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'text_number = "838255"', 'text_number = "838255"\nfax = "1"')
    assert faults_of(copy) == ["crisis.toml: countries[0].lines[us_veterans].fax: this key is unknown"]


def test_an_unknown_key_at_the_top_is_reported(copy: Path) -> None:
    (copy / "more.toml").write_text("extra = 1\n", encoding="utf-8")
    assert faults_of(copy) == ["more.toml: extra: this key is unknown"]


def test_a_missing_key_is_reported(copy: Path, edit: Edit) -> None:
    edit("services.toml", 'diagnosis = "Yes"\n', "")
    assert faults_of(copy) == ["services.toml: services[counseling].diagnosis: this key is missing"]


def test_a_missing_file_is_reported_under_its_name(copy: Path) -> None:
    (copy / "services.toml").unlink()
    assert faults_of(copy) == ["services.toml: services: this key is missing"]


def test_a_part_that_is_no_list_of_entries_is_reported(copy: Path) -> None:
    (copy / "crisis.toml").write_text('countries = "all of them"\n', encoding="utf-8")
    assert faults_of(copy) == ["crisis.toml: countries: Input should be a valid tuple"]


def test_an_entry_that_is_no_table_is_reported(copy: Path) -> None:
    (copy / "crisis.toml").write_text('countries = ["US"]\n', encoding="utf-8")
    assert any(fault.startswith("crisis.toml: countries[0]: Input should be") for fault in faults_of(copy))


def test_a_file_that_is_not_toml_is_reported_along_with_the_rest(copy: Path, edit: Edit) -> None:
    (copy / "broken.toml").write_text("= what", encoding="utf-8")
    edit("finders.toml", "https://iacp.ie", "http://iacp.ie")
    first, second = faults_of(copy)
    assert first.startswith("broken.toml: -: this is not TOML")
    assert second.startswith("finders.toml: finders[ie_iacp].url")


def test_a_key_that_stands_in_two_files_is_reported(copy: Path) -> None:
    shutil.copy(copy / "services.toml", copy / "twice.toml")
    assert faults_of(copy) == ["twice.toml: services: the key stands in services.toml too"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("crisis.toml", '"CA"', '"NZ"', "crisis.toml: countries[5]: the country “NZ” is given twice"),
        (
            "crisis.toml",
            'id = "ie_samaritans"',
            'id = "gb_samaritans"',
            "crisis.toml: countries[2].lines[gb_samaritans]: the line “gb_samaritans” is given twice",
        ),
        (
            "services.toml",
            'id = "therapy"',
            'id = "coaching"',
            "services.toml: services[coaching]: the service “coaching” is given twice",
        ),
        (
            "finders.toml",
            'id = "us_ncda"',
            'id = "us_nbcc"',
            "finders.toml: finders[us_nbcc]: the finder “us_nbcc” is given twice",
        ),
        (
            "finders.toml",
            'services = ["coaching"]',
            'services = ["coaching", "coaching"]',
            "finders.toml: finders[gb_national_careers].services[1]: the service “coaching” is given twice",
        ),
    ],
)
def test_a_name_that_is_given_twice_is_reported(
    copy: Path, edit: Edit, file: str, old: str, new: str, fault: str
) -> None:
    edit(file, old, new)
    assert fault in faults_of(copy)


@pytest.mark.parametrize("address", ["http://988lifeline.org", "988lifeline.org", "https://", "https://a b.org"])
def test_an_address_that_is_not_https_is_reported(copy: Path, edit: Edit, address: str) -> None:
    edit("crisis.toml", '"https://988lifeline.org"', f'"{address}"')
    assert faults_of(copy) == [f"crisis.toml: countries[0].lines[us_988].web: “{address}” is not an https address"]


@pytest.mark.parametrize("code", ["us", "USA", "any"])
def test_a_wrong_country_code_is_reported(copy: Path, edit: Edit, code: str) -> None:
    edit("crisis.toml", '"US"', f'"{code}"')
    assert faults_of(copy)[0].startswith(f"crisis.toml: countries[0].code: “{code}” is not a country code")


def test_a_finder_for_a_country_without_an_entry_is_reported(copy: Path, edit: Edit) -> None:
    edit("finders.toml", '"NZ"', '"FR"')
    assert faults_of(copy) == [
        "finders.toml: finders[nz_psychologists_board].country: "
        "there is no country “FR”; there are: US, GB, IE, CA, AU, NZ, other"
    ]


def test_a_finder_with_a_wrong_country_code_is_reported(copy: Path, edit: Edit) -> None:
    edit("finders.toml", '"NZ"', '"nz"')
    assert faults_of(copy)[0].startswith("finders.toml: finders[nz_psychologists_board].country: “nz” is not")


def test_a_malformed_country_does_not_make_its_finders_look_wrong(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'name = "New Zealand"', 'name = "New Zealand"\nsheep = 1')
    assert faults_of(copy) == ["crisis.toml: countries[5].sheep: this key is unknown"]


def test_a_country_without_an_emergency_number_is_reported(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'emergency = ["000"]\n', "")
    assert faults_of(copy) == ["crisis.toml: countries[4].emergency: the country “AU” has no emergency number"]


def test_a_country_without_a_line_is_reported(copy: Path) -> None:
    with (copy / "crisis.toml").open("a", encoding="utf-8") as file:
        file.write('[[countries]]\ncode = "FR"\nname = "France"\nemergency = ["112"]\n')
    assert faults_of(copy) == ["crisis.toml: countries[7].lines: the country “FR” has no line"]


def test_a_malformed_line_does_not_make_its_country_look_helpless(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", '"https://1737.org.nz"', '"http://1737.org.nz"')
    assert len(faults_of(copy)) == 1


def test_a_guide_without_help_for_other_countries_is_reported(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'code = "other"', 'code = "FR"\nemergency = ["112"]')
    assert faults_of(copy) == [
        "crisis.toml: countries: there is no country “other”; there are: US, GB, IE, CA, AU, NZ, FR"
    ]


def test_a_service_that_is_left_out_is_reported(copy: Path) -> None:
    text = (copy / "services.toml").read_text(encoding="utf-8")
    (copy / "services.toml").write_text(text[: text.rindex("[[services]]")], encoding="utf-8")
    assert faults_of(copy) == [
        "services.toml: services: there is no service “therapy”; there are: coaching, counseling"
    ]


def test_a_malformed_service_is_not_reported_as_left_out(copy: Path, edit: Edit) -> None:
    edit("services.toml", 'id = "therapy"', 'id = "therapy"\nsofa = true')
    assert faults_of(copy) == ["services.toml: services[therapy].sofa: this key is unknown"]


def test_a_number_to_show_without_one_to_dial_is_reported(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'call_uri = "131114"\n', "")
    assert faults_of(copy) == ["crisis.toml: countries[4].lines[au_lifeline]: call and call_uri go together"]


def test_a_line_that_cannot_be_reached_is_reported(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", 'web = "https://findahelpline.com"\n', "")
    assert faults_of(copy) == [
        "crisis.toml: countries[6].lines[other_findahelpline]: give at least one of: call, text_number, web"
    ]


def test_a_check_on_a_day_that_never_was_is_reported(copy: Path, edit: Edit) -> None:
    edit("services.toml", 'checked = "2026-11-22"', 'checked = "2026-02-30"')
    assert "services.toml: services[coaching].checked: there is no day “2026-02-30”" in faults_of(copy)


def test_all_faults_are_reported_at_once(copy: Path, edit: Edit) -> None:
    edit("crisis.toml", '"https://988lifeline.org"', '"http://988lifeline.org"')
    edit("crisis.toml", 'emergency = ["911"]\n', "")
    edit("services.toml", 'id = "coaching"', 'id = "coaching"\nwhistle = true')
    edit("finders.toml", '"NZ"', '"FR"')
    edit("finders.toml", 'id = "us_ncda"', 'id = "us_nbcc"')
    assert [fault.rsplit(":", 1)[0].split(": ")[:2] for fault in faults_of(copy)] == [
        ["crisis.toml", "countries[0].emergency"],
        ["crisis.toml", "countries[0].lines[us_988].web"],
        ["finders.toml", "finders[nz_psychologists_board].country"],
        ["finders.toml", "finders[us_nbcc]"],
        ["services.toml", "services[coaching].whistle"],
    ]
