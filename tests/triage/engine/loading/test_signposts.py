from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.triage.engine.loading.signposts_copy import Edit, faults_of
from triage.engine.model.signposts import Signposts


def test_they_read_without_a_fault_and_in_the_order_that_they_name(signposts: Signposts) -> None:
    assert [country.code for country in signposts.countries][:3] == ["US", "GB", "IE"]
    assert signposts.countries[-1].code == "other"
    assert [service.id for service in signposts.services] == ["coaching", "counseling", "therapy"]


def test_a_country_has_its_own_finders_first_and_those_of_everywhere_last(signposts: Signposts) -> None:
    found = [finder.id for finder in signposts.finders_of("coaching", "US")]
    assert found[0] == "us_ncda"
    assert found[-1] == "any_emcc"


def test_a_country_without_a_file_has_the_finders_of_everywhere(signposts: Signposts) -> None:
    assert {finder.id.split("_")[0] for finder in signposts.finders_of("therapy", "ZZ")} == {"any"}


def test_nothing_is_found_for_no_service(signposts: Signposts) -> None:
    assert signposts.finders_of(None, "US") == ()


def test_a_service_has_the_words_of_the_country_where_they_differ(signposts: Signposts) -> None:
    american, british = (signposts.services_in[code][1] for code in ("US", "GB"))
    assert "license" in american.provider
    assert british.name == "Careers advice and counselling"
    assert american.best_for == british.best_for == signposts.services[1].best_for


def test_a_service_without_words_of_the_country_is_as_everywhere(signposts: Signposts) -> None:
    assert signposts.services_in["GB"][0] == signposts.services[0]


def test_lines_are_found_by_their_topics_the_first_topic_first_and_each_once(signposts: Signposts) -> None:
    british = signposts.country["GB"]
    assert [line.id for line in british.lines_on(["eating", "new_parents"])] == ["gb_beat", "gb_pandas"]
    assert [line.id for line in british.lines_on(["new_parents", "eating"])] == ["gb_pandas", "gb_beat"]
    both = [line.id for line in british.lines_on(["youth", "crisis"])]
    assert both == ["gb_shout", "gb_papyrus", "gb_samaritans", "gb_nhs_111", "gb_ni_lifeline"]


def test_links_get_the_digits_and_people_the_short_name_of_a_website(signposts: Signposts) -> None:
    trevor = next(line for line in signposts.country["US"].lines if line.id == "us_trevor")
    assert (trevor.text_number, trevor.text_uri) == ("678-678", "678678")
    assert (trevor.web, trevor.site) == ("https://www.thetrevorproject.org", "thetrevorproject.org")
    samaritans = signposts.country["SG"].lines[0]
    assert (samaritans.whatsapp, samaritans.whatsapp_uri) == ("+65 9151 1767", "6591511767")


def test_an_unknown_key_is_reported_with_its_file_and_entry(copy: Path, edit: Edit) -> None:
    edit("countries/us.toml", 'text_number = "838255"', 'text_number = "838255"\nfax = "1"')
    assert faults_of(copy) == ["us.toml: lines[us_veterans].fax: this key is unknown"]


def test_an_unknown_key_at_the_top_is_reported(copy: Path) -> None:
    (copy / "more.toml").write_text("extra = 1\n", encoding="utf-8")
    assert faults_of(copy) == ["more.toml: extra: this key is unknown"]


def test_a_missing_key_is_reported(copy: Path, edit: Edit) -> None:
    edit("services.toml", 'diagnosis = "Yes, where the title allows it"\n', "")
    assert faults_of(copy) == ["services.toml: services[therapy].diagnosis: this key is missing"]


def test_a_missing_file_is_reported_under_its_name(copy: Path) -> None:
    (copy / "services.toml").unlink()
    assert faults_of(copy) == ["services.toml: services: this key is missing"]


def test_a_part_that_is_no_list_of_entries_is_reported(copy: Path) -> None:
    (copy / "services.toml").write_text('services = "all of them"\n', encoding="utf-8")
    assert faults_of(copy) == ["services.toml: services: Input should be a valid tuple"]


def test_an_entry_that_is_no_table_is_reported(copy: Path) -> None:
    (copy / "services.toml").write_text('services = ["therapy"]\n', encoding="utf-8")
    assert any(fault.startswith("services.toml: services[0]: Input should be") for fault in faults_of(copy))


def test_a_file_that_is_not_toml_is_reported_along_with_the_rest(copy: Path, edit: Edit) -> None:
    (copy / "countries" / "gb.toml").write_text("= what", encoding="utf-8")
    edit("countries/ie.toml", "https://iacp.ie", "http://iacp.ie")
    first, second = faults_of(copy)
    assert first.startswith("gb.toml: -: this is not TOML")
    assert second.startswith("ie.toml: finders[ie_iacp].url")


def test_a_key_that_stands_in_two_files_is_reported(copy: Path) -> None:
    shutil.copy(copy / "services.toml", copy / "twice.toml")
    assert faults_of(copy) == ["twice.toml: services: the key stands in services.toml too"]


def test_a_country_that_cannot_be_made_is_reported_and_not_missed_once_more(copy: Path, edit: Edit) -> None:
    edit("countries/nz.toml", 'name = "New Zealand"\n', "")
    assert faults_of(copy) == ["nz.toml: name: this key is missing"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("countries/ie.toml", "ie_pieta", "ie_samaritans", "ie.toml: lines[ie_samaritans]: the line “ie_samaritans”"),
        ("countries/ie.toml", '"ie_iacp"', '"ie_intreo"', "ie.toml: finders[ie_intreo]: the finder “ie_intreo”"),
        (
            "countries/ie.toml",
            '["lgbtq"]',
            '["lgbtq", "lgbtq"]',
            "ie.toml: lines[ie_lgbt].topics[1]: the topic",
        ),
        (
            "anywhere.toml",
            '["coaching"]',
            '["coaching", "coaching"]',
            "anywhere.toml: finders[any_icf].services[1]",
        ),
        ("anywhere.toml", '"GB", "IE"', '"IE", "IE"', "anywhere.toml: order[2]: the country “IE”"),
        ("services.toml", 'id = "therapy"', 'id = "coaching"', "services.toml: services[coaching]: the service"),
    ],
)
def test_a_name_that_is_given_twice_is_reported(
    copy: Path, edit: Edit, file: str, old: str, new: str, fault: str
) -> None:
    edit(file, old, new)
    assert [each for each in faults_of(copy) if each.startswith(fault) and each.endswith("is given twice")]


def test_a_name_that_another_file_could_have_is_reported(copy: Path, edit: Edit) -> None:
    edit("countries/ie.toml", 'id = "ie_lgbt"', 'id = "gb_lgbt"')
    edit("anywhere.toml", "any_emcc", "emcc")
    assert faults_of(copy) == [
        "anywhere.toml: finders[emcc].id: the name does not begin with “any_”",
        "ie.toml: lines[gb_lgbt].id: the name does not begin with “ie_”",
    ]


@pytest.mark.parametrize("url", ["http://988lifeline.org", "988lifeline.org", "https://", "https://a b.org"])
def test_a_url_that_is_not_https_is_reported(copy: Path, edit: Edit, url: str) -> None:
    edit("countries/us.toml", '"https://988lifeline.org"', f'"{url}"')
    assert faults_of(copy) == [f"us.toml: lines[us_988].web: “{url}” is not an https URL"]


@pytest.mark.parametrize("code", ["us", "USA", "any"])
def test_a_wrong_country_code_is_reported(copy: Path, edit: Edit, code: str) -> None:
    edit("countries/us.toml", '"US"', f'"{code}"')
    assert faults_of(copy)[0].startswith(f"us.toml: code: “{code}” is not a country code")


def test_a_country_in_the_file_of_another_is_reported(copy: Path) -> None:
    shutil.move(copy / "countries" / "nz.toml", copy / "countries" / "xx.toml")
    assert "xx.toml: code: the file of “NZ” is named nz.toml" in faults_of(copy)


def test_an_order_with_a_country_too_many_or_too_few_is_reported(copy: Path, edit: Edit) -> None:
    edit("anywhere.toml", '"NZ"', '"JP"')
    first, second = faults_of(copy)
    assert first.startswith("anywhere.toml: order: there is no country “NZ”")
    assert second.startswith("anywhere.toml: order[5]: there is no country “JP”")


def test_signposts_without_help_for_other_countries_are_reported(copy: Path, edit: Edit) -> None:
    (copy / "countries" / "other.toml").unlink()
    edit("anywhere.toml", ', "other"', "")
    assert [fault.split(";")[0] for fault in faults_of(copy)] == ["anywhere.toml: order: there is no country “other”"]


def test_a_country_without_an_emergency_number_is_reported(copy: Path, edit: Edit) -> None:
    edit("countries/au.toml", 'emergency = ["000"]\n', "")
    assert faults_of(copy) == ["au.toml: emergency: the country “AU” has no emergency number"]


def test_a_country_without_a_line_is_reported(copy: Path, edit: Edit) -> None:
    (copy / "countries" / "jp.toml").write_text('code = "JP"\nname = "Japan"\nemergency = ["119"]\n', encoding="utf-8")
    edit("anywhere.toml", '"other"]', '"JP", "other"]')
    found = faults_of(copy)
    assert "jp.toml: lines: the country “JP” has no line" in found
    assert "anywhere.toml: finders: nothing finds therapy in the country “JP”" not in found


@pytest.mark.parametrize(("topic", "line"), [("violence", "nl_veilig_thuis"), ("work_rights", "nl_juridisch_loket")])
def test_a_country_that_lacks_a_line_that_people_may_need_at_once_is_reported(
    copy: Path, edit: Edit, topic: str, line: str
) -> None:
    edit("countries/nl.toml", f'topics = ["{topic}"]', 'topics = ["grief"]')
    assert faults_of(copy) == [f"nl.toml: lines: the country “NL” has no line on {topic}"]


def test_a_country_that_nobody_can_call_or_text_in_a_crisis_is_reported(copy: Path, edit: Edit) -> None:
    edit("countries/fr.toml", 'call = "3114"\ncall_uri = "3114"\n', "")
    assert faults_of(copy) == ["fr.toml: lines: the first line on crisis of “FR” can be neither called nor texted"]


def test_a_kind_of_help_that_is_to_be_found_nowhere_is_reported(copy: Path, edit: Edit) -> None:
    edit("anywhere.toml", 'id = "any_onet"\nservices = ["careers"]', 'id = "any_onet"\nservices = ["workplace"]')
    edit("countries/sg.toml", 'services = ["careers"]', 'services = ["workplace"]')
    assert faults_of(copy) == ["anywhere.toml: finders: nothing finds careers in the country “SG”"]


def test_a_malformed_line_does_not_make_its_country_look_helpless(copy: Path, edit: Edit) -> None:
    edit("countries/nz.toml", '"https://1737.org.nz"', '"http://1737.org.nz"')
    assert len(faults_of(copy)) == 1


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
    edit("countries/au.toml", 'call_uri = "131114"\n', "")
    assert faults_of(copy) == ["au.toml: lines[au_lifeline]: call and call_uri go together"]


def test_a_line_that_cannot_be_reached_is_reported(copy: Path, edit: Edit) -> None:
    edit("countries/other.toml", 'web = "https://befrienders.org/find-support-now/"\n', "")
    assert faults_of(copy) == [
        "other.toml: lines[other_befrienders]: give at least one of: call, text_number, whatsapp, web"
    ]


def test_a_topic_that_is_none_is_reported(copy: Path, edit: Edit) -> None:
    edit("countries/au.toml", '"lgbtq"', '"queer"')
    assert any(fault.startswith("au.toml: lines[au_qlife].topics[0]: Input should be") for fault in faults_of(copy))


def test_a_check_on_a_day_that_never_was_is_reported(copy: Path, edit: Edit) -> None:
    edit("services.toml", 'checked = "2026-11-25"', 'checked = "2026-02-30"')
    assert "services.toml: services[coaching].checked: there is no day “2026-02-30”" in faults_of(copy)


def test_all_faults_are_reported_at_once(copy: Path, edit: Edit) -> None:
    edit("countries/us.toml", '"https://988lifeline.org"', '"http://988lifeline.org"')
    edit("countries/us.toml", 'emergency = ["911"]\n', "")
    edit("services.toml", 'id = "coaching"', 'id = "coaching"\nwhistle = true')
    edit("countries/fr.toml", 'id = "fr_cep"', 'id = "cep"')
    edit("anywhere.toml", '"other"]', '"JP", "other"]')
    assert [fault.rsplit(":", 1)[0].split(": ")[:2] for fault in faults_of(copy)] == [
        ["anywhere.toml", "order[14]"],
        ["fr.toml", "finders[cep].id"],
        ["services.toml", "services[coaching].whistle"],
        ["us.toml", "emergency"],
        ["us.toml", "lines[us_988].web"],
    ]
