# Resúmenes: lo que la ciudad hizo con lo que la gente le dijo, y cómo se eligen.

digest-head-daily = 📬 Su día con { $city }
    .sms = { $city } hoy:
digest-head-weekly = 📬 Su semana con { $city }
    .sms = { $city } esta semana:
digest-head-monthly = 📬 Su mes con { $city }
    .sms = { $city } este mes:
digest-head-events = 📬 Novedades para usted de { $city }
    .sms = { $city }, novedades:
digest-head-late = 📬 Novedades para usted de { $city }. Este resumen debía llegarle el { $due }; disculpe el retraso.
    .sms = { $city }, con retraso, del { $due }:
digest-part-own = Sus reportes
digest-part-followed = Lo que apoya o sigue
digest-part-asked = La ciudad pregunta, la ciudad decide
digest-part-around = A su alrededor
digest-and-more = … y { $count } más.
    .sms = +{ $count }
digest-report = { $service }, { $address } ({ $number })
    .sms = { $number } { $service }
digest-report-placeless = { $service } ({ $number })
    .sms = { $number } { $service }
digest-taken = 👷 { $report }: lo está viendo { $department }.
    .sms = { $report }: lo están viendo
digest-in-progress = 🚧 { $report }: los trabajos han comenzado.
    .sms = { $report }: trabajos en curso
digest-question = ❓ { $report }: { $department } le pregunta: «{ $words }»
    .sms = { $report }: le preguntan: { $words }
digest-question-joined = ❓ { $report }: { $department } pregunta a todos los afectados: «{ $words }»
    .sms = { $report }: pregunta: { $words }
digest-reply = ✉️ { $report }: { $department } le escribió: «{ $words }»
    .sms = { $report }: { $words }
digest-closed = 🏁 { $report }: cerrado – { $why }
    .sms = { $report }: cerrado, { $why }
digest-settled = ✅ { $report }: resuelto.
    .sms = { $report }: resuelto
digest-reopened = 🔁 { $report }: abierto de nuevo.
    .sms = { $report }: abierto de nuevo
digest-late = ⏰ { $report }: con retraso. Se prometió para el { $due } y no está hecho.
    .sms = { $report }: con retraso, prometido { $due }
digest-rescheduled = 📅 { $report }: ahora se promete para el { $due }.
    .sms = { $report }: nueva fecha { $due }
digest-merged = 🔗 { $report }: otras personas también lo reportaron; se atiende todo junto.
    .sms = { $report }: se atiende con otros
digest-consultation-opened = 🗳 «{ $title }»: puede responder hasta el { $closes }. Escriba /consultations para participar.
    .sms = Consulta: { $title }, hasta el { $closes }
digest-consultation-begun = 🗳 «{ $title }»: empezó a responder y puede terminar hasta el { $closes }.
    .sms = Por terminar: { $title }, hasta el { $closes }
digest-consultation-closed = 🗳 «{ $title }» ha terminado. Se están estudiando los resultados.
    .sms = Terminada: { $title }
digest-consultation-decided = 🏛 «{ $title }», la decisión: { $decision }
    .sms = Decidido: { $title }: { $decision }
digest-consultation-done = 🎉 «{ $title }»: lo decidido está hecho.
    .sms = Hecho: { $title }
digest-around = 📍 { $what }: { $counts }
    .sms = { $what }: { $counts }
digest-place = { $metres } m alrededor de su lugar
digest-reported-and-settled = { $reported ->
    [one] { $reported } reportado
   *[other] { $reported } reportados
}, { $settled ->
    [one] { $settled } resuelto
   *[other] { $settled } resueltos
}, la mitad en menos de { $time }.
    .sms = { $reported } nuevos, { $settled } resueltos
digest-only-reported = { $reported ->
    [one] { $reported } reportado, aún sin resolver.
   *[other] { $reported } reportados, ninguno resuelto aún.
}
    .sms = nuevos: { $reported }
digest-only-settled = nada nuevo; { $settled ->
    [one] { $settled } resuelto
   *[other] { $settled } resueltos
}, la mitad en menos de { $time }.
    .sms = resueltos: { $settled }
digest-under-an-hour = una hora
digest-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
digest-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
digest-more = Ver todo
digest-less = Menos seguido
digest-often = Más seguido
digest-settings = Cambiar
digest-under = Sus resúmenes de la ciudad:
digest-whole = Todo:
