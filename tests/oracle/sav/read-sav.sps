* What GNU PSPP finds in it: pspp read-sav.sps > sample.pspp.txt, in the folder of sample.sav.
GET FILE='sample.sav'.
DISPLAY DICTIONARY.
FORMATS a_name_longer_than_eight (F8.2).
LIST.
FREQUENCIES VARIABLES=SV1.
