# Comment s'écrivent dates et heures (motifs Unicode TR 35).

pattern-date = EEEE d MMMM
    .sms = EEE d MMMM
pattern-time = HH:mm
pattern-datetime = d MMM, HH:mm
pattern-day = d MMMM y
    .sms = MMM y
