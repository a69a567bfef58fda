# Cómo se escriben fechas y horas (patrones Unicode TR 35).

pattern-date = EEEE d 'de' MMMM
pattern-time = H:mm
pattern-datetime = d MMM, H:mm
