# Propuestas de los vecinos: proponer, leer, apoyar, comentar.

command-proposals = Lo que propone la gente
command-suggest = Proponer algo

suggest-what = ¿Qué le gustaría que hiciera la ciudad, y dónde? Bastan una o dos frases.
    .sms = ¿Qué debe hacer la ciudad, y dónde?
suggest-words-please = Dígame en pocas palabras lo que le gustaría.
suggest-check = ¿Publico esta propuesta?
    .sms = ¿Publico esto?
suggest-card-title = 💡 { $title }
suggest-card-rules = Con { $threshold } apoyos en { $days } días, la ciudad tiene que responder, en { $answer } días.
    .sms = La ciudad debe responder con { $threshold } apoyos en { $days } días.
suggest-photo = Una foto ayuda a imaginarlo: envíela antes de publicar.
    .sms = Puede añadir una foto.
suggest-masked = Cualquiera puede leer una propuesta: he quitado lo que parecía un teléfono, un correo o una matrícula.
    .sms = Se quitaron teléfonos, correos y matrículas.
suggest-publish = Publicar
suggest-change-title = El título
suggest-change-words = El texto
suggest-change-place = El lugar
suggest-change-topic = El tema
suggest-title = El título es «{ $title }». Escriba uno mejor, de { $limit } caracteres como mucho.
    .sms = Título: "{ $title }". ¿Uno mejor, de { $limit } caracteres como mucho?
suggest-topic = ¿De qué se trata?
suggest-place = ¿Para dónde es? Una calle, un cruce, un barrio, o:
    .sms = ¿Dónde? Una calle, un cruce, un barrio, o:
suggest-published = 💡 ¡Gracias! { $number } está publicada y usted es la primera persona que la apoya. Con { $threshold } apoyos para { $level } antes del { $until }, la ciudad tiene que responder. Los demás pueden escribir «apoyar { $number }». Le contaremos cada paso.
    .sms = { $number } publicada. Necesita { $threshold } apoyos antes del { $until }. Para apoyar: "apoyar { $number }".
suggest-prescreened = 💡 ¡Gracias! { $number } está guardada. El personal de la ciudad la lee antes de publicarla, y le dirá algo.
    .sms = { $number } guardada. El personal la lee antes de publicarla.
refused-too-many-proposals = Ha hecho { $limit } propuestas en un día, lo máximo para una persona. Siga mañana.
    .sms = { $limit } propuestas al día como mucho. Siga mañana.

similar = { $shown ->
    [one] { $count ->
        [one] Una persona ya pide algo parecido. ¿Es lo mismo?
       *[other] { $count } personas ya piden algo parecido. ¿Es lo mismo?
    }
   *[other] Otras personas ya piden algo parecido. ¿Es una de estas?
}
similar-own = Usted ya apoya algo parecido. ¿Es lo mismo?
similar-this = Es esa
similar-different = La mía es distinta
support-it = Apoyar
support-number = Apoyar { $number }
withdraw-support = Retirar mi apoyo
support-words = apoyar apoyo apoya secundar votar voto
withdraw-words = retirar retiro quitar cancelar anular stop
not-words = no
proposals-words = propuestas propuesta ideas peticiones sugerencias propuesto propuestos
supported = 👍 Usted apoya { $number } «{ $title }». Apoyos: { $supporters }; faltan { $missing }. Le contaremos cada paso.
    .sms = Usted apoya { $number }. Apoyos: { $supporters }, faltan { $missing }.
supported-last = 👍 Usted apoya { $number }: solo faltaba su apoyo.
supported-enough = 👍 Usted apoya { $number } «{ $title }». Apoyos: { $supporters }; son suficientes y la ciudad tiene que responder. Le contaremos cada paso.
    .sms = Usted apoya { $number }. Apoyos: { $supporters }, suficientes: la ciudad debe responder.
supported-already = Usted ya apoya { $number } «{ $title }». Apoyos: { $supporters }.
    .sms = Usted ya apoya { $number }. Apoyos: { $supporters }.
support-closed = Esta ya no se puede apoyar, pero así ha quedado:
    .sms = Cerrada, así ha quedado:
support-withdrawn = Su apoyo a { $number } «{ $title }» queda retirado. No le contaremos más de ella.
    .sms = Apoyo a { $number } retirado. No le contaremos más.
support-none = Usted no apoya { $number } «{ $title }».
    .sms = Usted no apoya { $number }.
refused-support-closed = P{ $number } ya no se puede apoyar.

proposals-none = Ahora mismo nadie propone nada. Empiece usted: escriba lo que le gustaría que hiciera la ciudad.
    .sms = No hay propuestas. Escriba qué debería hacer la ciudad.
proposals-none-here = No hay nada más aquí.
proposals-menu = { $count ->
    [one] { $count } propuesta busca apoyos. ¿Cómo quiere verla?
   *[other] { $count } propuestas buscan apoyos. ¿Cuáles quiere ver?
}
proposals-list-new = Nuevas
proposals-list-top = Las más apoyadas
proposals-list-area = Por barrio
proposals-list-topic = Por tema
proposals-list-random = Al azar
proposals-which-area = ¿Qué barrio?
proposals-which-topic = ¿Qué tema?
proposals-area = { $area } ({ $count })
proposals-head-new = Las propuestas más nuevas:
proposals-head-top = Las propuestas más apoyadas:
proposals-head-random = Algunas, elegidas al azar:
proposals-head-of = { $what }, las más apoyadas primero:
proposals-other-random = Otras
proposals-mine = { $count ->
    [one] Su propuesta:
   *[other] Sus { $count } propuestas:
}
proposals-supported = { $count ->
    [one] Usted apoya:
   *[other] Usted apoya { $count } propuestas:
}

proposal-line = { $number } · { $title } – 👥 { $supporters }, { $state }
    .sms = { $number } { $title }: { $supporters }, { $state }
proposal-title = 💡 { $number } · { $title }
    .sms = { $number } { $title }
proposal-topic = 🏷 { $topic }
    .sms = { "" }
proposal-where = 📍 { $place }
    .sms = { $place }
proposal-where-city = 📍 toda la ciudad
    .sms = { "" }
proposal-summary = «{ $words }»
proposal-quoted = «{ $words }»
proposal-state = Estado: { $state }
proposal-supporters = 👥 { $supporters ->
    [one] { $supporters } apoyo
   *[other] { $supporters } apoyos
}
proposal-supporters-of = 👥 { $supporters } de { $threshold } apoyos, abierta hasta el { $until }
    .sms = { $supporters } de { $threshold } apoyos, hasta el { $until }
proposal-supporters-over = 👥 { $supporters } de { $threshold } apoyos, cerrada el { $until }
    .sms = { $supporters } de { $threshold } apoyos el { $until }
proposal-answer-due = La ciudad responde antes del { $due }.
proposal-comments = 💬 { $pros } a favor, { $cons } en contra
    .sms = Comentarios: { $pros } a favor, { $cons } en contra
proposal-answer = 🏛 { $office }, { $signer }, { $date }:
    .sms = { $office }, { $signer }, { $date }:
proposal-answer-amended = 🏛 { $office }, { $signer }, modificada el { $date }:
    .sms = { $office }, { $signer }, modificada { $date }:
proposal-milestone = 🔨 { $date }: { $words }
    .sms = { $date }: { $words }
proposal-goes-on = { $number } sigue en { $into }:
proposal-change = Cambiarla
proposal-take-back = Retirarla
proposal-take-back-sure = ¿Retirar { $number }? Nadie podrá apoyarla más.
    .sms = ¿Retirar { $number } del todo?
proposal-take-back-yes = Retirarla del todo
proposal-taken-back = { $number } queda retirada.
proposal-kept = { $number } se queda como está.

proposal-state-draft = con su autor
proposal-state-prescreening = en lectura antes de publicarse
proposal-state-published = busca apoyos
proposal-state-threshold-reached = apoyos suficientes, la ciudad debe responder
proposal-state-under-consideration = la ciudad la estudia
proposal-state-accepted = aceptada
proposal-state-rejected = rechazada
proposal-state-planned = prevista
proposal-state-in-progress = en marcha
proposal-state-done = hecha
proposal-state-expired = sin apoyos suficientes a tiempo
proposal-state-withdrawn = retirada
proposal-state-merged = sigue en { $into }

comment-write = Comentar
comments-read = Leer los comentarios
comments-more = Más comentarios
comments-head = Lo que se dice de { $number }: { $pros } a favor, { $cons } en contra
    .sms = { $number }: { $pros } a favor, { $cons } en contra
comment-which = ¿Su comentario habla a favor de { $number } o en contra?
    .sms = Comentario sobre { $number }:
comment-side-for = A favor
comment-side-against = En contra
comment-what = Escriba su comentario, de { $limit } caracteres como mucho. Tiene uno por propuesta; uno nuevo sustituye al anterior.
    .sms = ¿Su comentario? { $limit } caracteres como mucho. Sustituye al anterior.
comment-written = Gracias. El personal de la ciudad lee su comentario sobre { $number } antes que los demás. Solo deja fuera insultos y datos personales.
    .sms = Gracias. El personal lee primero su comentario sobre { $number }.
comment-for = ➕ «{ $words }»
    .sms = + { $words }
comment-against = ➖ «{ $words }»
    .sms = - { $words }
comment-answer = 🏛 { $words }
    .sms = Ciudad: { $words }
refused-comment-too-long = Son { $length } caracteres y caben { $limit }. Dígalo más corto, por favor.
    .sms = { $length } caracteres, caben { $limit }. Más corto, por favor.

refused-no-such-proposal = No hay ninguna propuesta P{ $number }.
refused-proposal-step = Ya no es posible: la propuesta ha avanzado.
refused-not-your-proposal = P{ $number } es de otra persona.
refused-reasons-needed = A nadie se le dice que no sin un motivo. Escríbalo, por favor.
refused-proposal-changed = Otra persona ha cambiado P{ $number } entretanto. Así está ahora:
