# Consultations: what the city asks, and how one answers.

command-consultations = lo que la ciudad le pregunta
consult-invite = 🗳 La ciudad pregunta: { $title }
consult-why = { $why }
consult-use = Qué se hará con ello: { $use }
consult-until = { $count ->
    [one] { $count } pregunta, hasta el { $closes }. Puede cambiar su respuesta hasta entonces.
   *[other] { $count } preguntas, hasta el { $closes }. Puede cambiar sus respuestas hasta entonces.
}
    .sms = Preguntas: { $count }. Hasta el { $closes }.
consult-start = Responder
consult-later = Ahora no
consult-later-said = De acuerdo. Puede responder hasta el { $closes }: escriba /consultations.
    .sms = De acuerdo. Puede responder hasta el { $closes }: escriba CONSULTAS.
consultations-words = consultas encuesta encuestas sondeo sondeos cuestionario cuestionarios
consult-none = Ahora no se pregunta nada. Cuando la ciudad pregunte algo, lo sabrá aquí.
consult-which = ¿Cuál quiere responder?
consult-position = Pregunta { $position } de { $count }
    .sms = { $position }/{ $count }
consult-question = { $words }
consult-thanks = ✅ Gracias, eso era todo. Usted dijo:
    .sms = Gracias, eso era todo.
consult-till = Puede cambiarlo hasta el { $closes }. Cuando termine, sabrá qué resultó.
consult-change = Cambiar una respuesta
consult-change-which = ¿Qué respuesta quiere cambiar?
hint-choices = Elija de { $least } a { $most } y toque «Listo». También puede escribir sus números: 1, 3
    .sms = Escriba de { $least } a { $most } números, por ejemplo: 1, 3
hint-scale = De { $least } (nada) a { $most } (mucho)
    .sms = { $least } a { $most }
hint-ranking = Tóquelos en su orden, primero lo más importante, o escriba los números en su orden: 2, 1, 3
    .sms = Escriba los números en su orden: 2, 1, 3
hint-number = Escriba un número.
hint-text = Escríbalo con sus palabras.
hint-place = Comparta una ubicación, o escriba una dirección o un cruce.
    .sms = Escriba una dirección o un cruce.
hint-photo = Envíe una foto.
hint-no-photo = Un SMS no puede llevar imágenes.
answer-yes = Sí
answer-no = No
answer-abstain = Me abstengo
answer-skip = Saltar
options-done = Listo
option-chosen = ✓ { $option }
    .sms = * { $option }
option-ranked = { $rank }. { $option }
answer-needed = Esta pregunta necesita una respuesta.
answer-no-such-option = No lo encontré entre las respuestas. Toque una, o escriba su número.
answer-how-many = Son demasiadas o muy pocas: elija de { $least } a { $most }.
answer-only-one = Elija una sola.
answer-out-of-range = Eso queda fuera de lo que se puede responder aquí: de { $least } a { $most }.
answer-empty = No había nada en esa respuesta.
answer-no-number = Escriba un solo número, por ejemplo 12.
said = • { $question } – { $answer }
said-nothing = • { $question } – saltada
said-statements = • { $question } – { $count ->
    [one] opinión sobre { $count } afirmación
   *[other] opinión sobre { $count } afirmaciones
}
said-photo = una foto
said-words = «{ $words }»
said-and = { $first }, { $second }
statement = «{ $words }»
statement-agree = De acuerdo
statement-disagree = En desacuerdo
statement-pass = Paso
statement-say = Decir algo yo
statement-enough = Ya basta
statement-ask = ¿Sobre qué deberían opinar los demás? Una frase, { $most } caracteres como mucho. Alguien del ayuntamiento la lee antes de que otros la vean.
statement-said = Gracias. En cuanto alguien del ayuntamiento la lea, se preguntará a otros por ella.
refused-consultation-over = Esta consulta no admite respuestas. Lo que dijo antes de que cerrara cuenta.
consult-remind = ⏳ Empezó a responder «{ $title }» y lo dejó a medias. Está abierta hasta el { $closes }.
    .sms = Empezó «{ $title }». Abierta hasta el { $closes }. ¿Seguir?
consult-go-on = Seguir
