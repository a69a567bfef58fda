# La semana de la ciudad: cifras para el personal y, con un comentario, para todos.

command-week = la semana pasada en cifras, para contarla a la ciudad
weekly-head = 📊 { $city }, del { $begin } al { $end }
weekly-public = 🏛 Esta semana en { $city }: del { $begin } al { $end }
    .sms = { $city }, del { $begin } al { $end }:
weekly-reported = 📥 { $reported ->
    [one] { $reported } aviso
   *[other] { $reported } avisos
}, { $before ->
    [0] ninguno
   *[other] { $before }
} la semana anterior
weekly-settled = ✅ { $settled ->
    [one] { $settled } resuelto
   *[other] { $settled } resueltos
}, el { $kept } % en el plazo prometido
weekly-contested = 🔁 { $contested ->
    [0] ningún cierre reclamado
    [one] { $contested } cierre reclamado de { $closings }
   *[other] { $contested } cierres reclamados de { $closings }
}
weekly-satisfaction = ⭐ { $score } de 5: la satisfacción según { $rated ->
    [one] una respuesta
   *[other] { $rated } respuestas
}
weekly-services = Por servicio
weekly-areas = Por barrio
weekly-line = { $what }: { $reported ->
    [one] { $reported } aviso
   *[other] { $reported } avisos
}, { $settled ->
    [one] { $settled } resuelto
   *[other] { $settled } resueltos
}
weekly-chart-reported = Avisos
weekly-chart-settled = Resueltos
weekly-chart-kept = Resueltos en el plazo prometido
weekly-chart-areas = Avisos por barrio
weekly-publish = Contárselo a la ciudad
weekly-nothing = La semana pasada no llegó ni se resolvió nada.
weekly-comment = ¿Qué quiere decir la ciudad de esta semana? Sus palabras van antes de las cifras.
weekly-without = Solo las cifras
