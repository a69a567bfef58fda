# How dates and times are written (patterns of Unicode TR 35).

pattern-date = EEEE, MMMM d
    .sms = EEE, MMM d
pattern-time = h:mm a
pattern-datetime = MMM d, h:mm a
pattern-day = MMMM d, y
    .sms = MMM y
