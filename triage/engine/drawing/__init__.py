"""The flow of a questionnaire as a picture: ``flow`` lays it out, ``svg`` has the shapes."""
