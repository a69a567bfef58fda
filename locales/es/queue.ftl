# Líneas y orden de las listas del personal.

queue-urgent = 🚨 { $line }
queue-joined = { $line } · 👥 { $count }
queue-age = { $line } · desde hace { $days ->
    [one] { $days } día
   *[other] { $days } días
}
queue-taken = { $line } · { $who }
queue-oldest = { $count ->
    [0] No hay avisos abiertos.
    [one] { $count } aviso abierto:
   *[other] { $count } avisos abiertos, los más antiguos primero:
}
queue-of-oldest = { $count ->
    [0] No hay avisos abiertos: { $where }.
    [one] { $count } aviso abierto, { $where }:
   *[other] { $count } avisos abiertos, { $where }, los más antiguos primero:
}
queue-words-oldest = antiguos antigüedad viejos
queue-words-between = barrio zona departamento por más los primero para en de del la el
find-many = Más de { $count } avisos con «{ $words }», los más nuevos primero:
