"""The directory of coaches. It knows nothing of the triage. From below, each layer knowing only those beneath it:

- `vocabulary`: the words that a listing chooses from, and their names in the reader's language;
- `models`: a listing, its checks, flags and reports, its life, and what "published" means (`models/published.py`);
- `vetting`: who may do what, and every way in which a finding, a status or a change is written;
- `letters`: to coaches, by e-mail;
- `listing`: a published listing in words, fact by fact;
- `search`: facets, counts, text search, order, and the list;
- `public`: a listing's page, shortlist, comparison, call sheet, reporting a problem;
- `own_pages`: what coaches do by the links in their letters: apply, change, pause, leave;
- `upkeep`: what runs daily;
- `exchange`: listings as CSV and XLSX, out and in;
- `desk`: Django's admin for those who vet, by screen: `queue`, `decide`, `lists`;
- `samples`: the invented coaches of the demo.
"""
