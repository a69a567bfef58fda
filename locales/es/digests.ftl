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
digest-part-own = Sus avisos
digest-part-followed = Lo que apoya o sigue
digest-part-asked = La ciudad pregunta, la ciudad decide
digest-part-around = A su alrededor
digest-and-more = … y { $count } más.
    .sms = y { $count } más
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
digest-done = 🏁 { $report }: ya está hecho.
    .sms = { $report }: ya está hecho
digest-settled = ✅ { $report }: resuelto.
    .sms = { $report }: resuelto
digest-reopened = 🔁 { $report }: abierto de nuevo.
    .sms = { $report }: abierto de nuevo
digest-late = ⏰ { $report }: con retraso. Se prometió para el { $due } y no está hecho.
    .sms = { $report }: con retraso, prometido { $due }
digest-rescheduled = 📅 { $report }: ahora se promete para el { $due }.
    .sms = { $report }: nueva fecha { $due }
digest-merged = 🔗 { $report }: otras personas también dieron aviso; se atiende todo junto.
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
digest-around = 📍 { $what }: { $counts }.
    .sms = { $what }: { $counts }
digest-place = { $metres } m alrededor de su lugar
digest-reported-and-settled = { $reported ->
    [one] { $reported } aviso
   *[other] { $reported } avisos
}, { $settled ->
    [one] { $settled } resuelto, en menos de { $time }
   *[other] { $settled } resueltos, la mitad en menos de { $time }
}
    .sms = { $reported } nuevos, { $settled } resueltos
digest-only-reported = { $reported ->
    [one] { $reported } aviso, aún sin resolver
   *[other] { $reported } avisos, ninguno resuelto aún
}
    .sms = nuevos: { $reported }
digest-only-settled = nada nuevo; { $settled ->
    [one] { $settled } resuelto, en menos de { $time }
   *[other] { $settled } resueltos, la mitad en menos de { $time }
}
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
digest-compared = 📊 Lo que se avisó de lo que usted sigue
digest-more = Ver todo
digest-less = Menos seguido
digest-settings = Cambiar
digest-under = Sus resúmenes de la ciudad:

command-digest = su resumen: cada cuánto y sobre qué
digest-daily = Cada día
digest-weekly = Cada semana
digest-monthly = Cada mes
digest-events = Solo cuando pase algo
digest-never = Nunca
digest-follow-place = Lo que pasa alrededor de un lugar
digest-now-daily = 📬 Recibe un resumen cada día, cuando hay algo que contar. El próximo: { $date }, a partir de las { $time }.
digest-now-weekly = 📬 Recibe un resumen cada semana, cuando hay algo que contar. El próximo: { $date }, a partir de las { $time }.
digest-now-monthly = 📬 Recibe un resumen cada mes, cuando hay algo que contar. El próximo: { $date }, a partir de las { $time }.
digest-now-events = 📬 Recibe un resumen solo cuando avanzan sus avisos, o cuando la ciudad pregunta o decide algo. Miro cada día a las { $time }.
digest-now-never = 📬 No recibe resúmenes.
digest-set-daily = 📬 De acuerdo, un resumen cada día, cuando haya algo que contar. El primero: { $date }, a partir de las { $time }.
digest-set-weekly = 📬 De acuerdo, un resumen cada semana, cuando haya algo que contar. El primero: { $date }, a partir de las { $time }.
digest-set-monthly = 📬 De acuerdo, un resumen cada mes, cuando haya algo que contar. El primero: { $date }, a partir de las { $time }.
digest-set-events = 📬 De acuerdo, un resumen solo cuando avancen sus avisos, o cuando la ciudad pregunte o decida algo. Miro cada día a las { $time }.
digest-set-never = De acuerdo, no más resúmenes. Lo que concierne a sus propios avisos le sigue llegando enseguida. Si cambia de opinión, escriba /digest.
    .sms = De acuerdo, no más resúmenes. Lo de sus propios avisos le sigue llegando. Para volver a recibirlos, escriba: resúmenes
digest-moved = A la hora que eligió no escribo a nadie; le llega en cuanto se puede: a las { $time }.
digest-follows = Usted sigue:
digest-followed = • { $what }
digest-how = Cámbielo con un botón o con sus palabras: «un resumen cada viernes a las 6», «seguir los baches», «500 m alrededor de aquí», «silencio de las 9 de la noche a las 8 de la mañana».
    .sms = Escriba por ejemplo: resumen cada viernes a las 6
digest-followed-now = 🔔 Usted sigue: { $what }
digest-followed-no-more = Ya no sigue: { $what }
digest-where = ¿Alrededor de qué lugar? Comparta una posición o escriba una dirección; sabrá lo que pasa a menos de { $metres } m.
    .sms = ¿Alrededor de qué lugar? Escriba una dirección; sabrá lo que pasa a menos de { $metres } m.
digest-place-unknown = No conozco ese lugar en la ciudad.
digest-quiet-set = 🌙 Silencio de { $begin } a { $end }: en ese tiempo no llega ningún resumen.
digest-stopped = No le llegará más de { $city } que lo que usted pida: ni resúmenes ni preguntas para todos. Lo que concierne a sus propios avisos le sigue llegando. Para volver a recibir más, escriba /digest.
    .sms = { $city }: ni resúmenes ni preguntas para todos. Lo de sus propios avisos le sigue llegando. Para recibir más, escriba: resúmenes
refused-no-hour-left = Así no quedaría ninguna hora en la que pueda escribirle. Elija un silencio más corto.

morning-head = ☀️ Buenos días. Hoy:
morning-new = 🆕 nuevos desde ayer: { $count }
morning-due = 📅 prometidos para hoy: { $count } (/due)
morning-overdue = ⏰ con retraso: { $count } (/overdue)
morning-contested = 🔁 objetados: { $count }
morning-waiting = 💬 a la espera de una respuesta: { $count }
morning-questions = ❔ preguntas que esperan a la ciudad: { $count } (/questions)
morning-proposals = 💡 propuestas con apoyos suficientes que esperan respuesta: { $count } (/proposals)
