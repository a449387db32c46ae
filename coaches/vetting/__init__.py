"""Every way in which a finding, a status or a change of a listing is written, and who may."""
