# Cómo se escriben fechas y horas (patrones Unicode TR 35).

pattern-date = EEEE d 'de' MMMM
    .sms = EEE d MMM
pattern-time = H:mm
pattern-datetime = d MMM, H:mm
pattern-day = d 'de' MMMM 'de' y
    .sms = MMM y
