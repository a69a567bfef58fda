# Las consultas como las ve el personal: redactadas, revisadas, enviadas, cerradas, decididas.

command-consulting = Consultas: preguntar a la ciudad, leer lo que dice
consulting = { $count ->
    [0] Aún no hay consultas.
    [one] { $count } consulta:
   *[other] Las últimas { $count } consultas:
}
consulting-new = ➕ Una nueva
consulting-line = 🗳 { $title } · { $state }
consultation-draft = borrador
consultation-scheduled = programada
consultation-open = abierta
consultation-closed = cerrada
consultation-cancelled = descartada
consulting-from = Se abre: { $opens }
consulting-until = Se cierra: { $closes }
consulting-reminders = { $count ->
    [one] { $count } recordatorio a quien lo dejó a medias
   *[other] { $count } recordatorios a quien lo dejó a medias
}
consulting-question = { $position }. { $question } ({ $kind })
consulting-reach = Llegaría ahora a { $reached ->
    [one] { $reached } persona
   *[other] { $reached } personas
}. Sin quienes no quieren mensajes ({ $opted-out }) o ya tuvieron los de la semana ({ $over-budget }).
consulting-gap = ⚠️ { $language }: { $count ->
    [one] falta { $count } texto.
   *[other] faltan { $count } textos.
} Quien lea ese idioma verá otro, y se le avisa.
consulting-answers = Han respondido hasta el final: { $finished } de { $begun } que empezaron.
consulting-preview = Vista previa
consulting-preview-head = Esto es lo que leerán los vecinos:
consulting-edit = Cambiarla
consulting-audience = A quién se pregunta
consulting-when = Cuándo
consulting-send = Enviarla
consulting-copy = Copiar
consulting-drop = Descartarla
consulting-unschedule = Volver a borrador
consulting-results = Resultados
consulting-sending = ¿Cómo va el envío?
consulting-statements = Afirmaciones nuevas
consulting-close = Cerrarla ya
consulting-decide = Contar la decisión
consulting-done = Ya está hecho
consulting-copied = Esta es la copia:
consulting-wanted = ✋ { $who } quiere enviar esto. ¿Está de acuerdo?
consulting-asked = Alguien más debe estar de acuerdo. He preguntado a { $who }.
consulting-refused = No se envía. Se lo digo a quien lo quería.
consulting-refused-by = ✋ { $who } no quiere que esto salga así. Háblenlo, cámbielo y envíelo de nuevo.
consulting-sent = ✅ En camino a { $count ->
    [one] { $count } persona.
   *[other] { $count } personas.
}
consulting-scheduled = ✅ Saldrá el día previsto.
consulting-scheduled-by = ✅ { $who } está de acuerdo. Saldrá el día previsto.
consulting-not-opened = ⚠️ «{ $title }» no pudo abrirse hoy y vuelve a ser un borrador.
consulting-decide-what = ¿Qué ha decidido la ciudad, y por qué? Lo leerán todas las personas que respondieron.
consulting-told = Lo sabrán todas las personas que respondieron.
refused-consultation-past = Habría terminado antes de que nadie pudiera responder. Elija cuándo se cierra.
refused-consultation-moved = Ya no es posible: la consulta ha avanzado. /consultations muestra cómo está.
refused-consultation-changed = La consulta ha cambiado desde que usted la vio. /consultations muestra cómo está ahora.
statement-look = { $count ->
    [one] Espera { $count } afirmación. ¿Se puede preguntar a otros por ella?
   *[other] Esperan { $count } afirmaciones. ¿Se puede preguntar a otros por esta?
}
statement-accept = Sí, preguntar
statement-reject = No

compose-title = ¿De qué se trata? Un título corto, por ejemplo: Un nuevo parque infantil en Roslindale
compose-why = ¿Por qué lo pregunta? Una o dos frases que los vecinos leen primero.
compose-use = ¿Qué se hará con las respuestas?
compose-question = Escriba la pregunta.
compose-kind = ¿Cómo se responde?
compose-options = Escriba las respuestas que se pueden elegir, una por línea.
compose-options-two = Hacen falta al menos dos respuestas, una por línea.
compose-statements = Escriba algunas afirmaciones para empezar, una por línea.
compose-kept = { $count ->
    [one] Esa fue la primera pregunta.
   *[other] Ya son { $count } preguntas.
}
compose-more = Otra pregunta
compose-enough = Eso es todo
compose-closes = ¿Cuánto tiempo está abierta?
compose-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
compose-translate = { $language }: ¿cómo se dice esto? «{ $words }»
compose-skip = Dejarlo fuera
compose-skip-all = { $language }: nada
kind-choice = Una de varias
kind-choices = Algunas de varias
kind-yes-no = Sí o no
kind-scale = Escala de 1 a 5
kind-ranking = Poner en orden
kind-number = Un número
kind-text = Con sus palabras
kind-place = Un lugar
kind-photo = Una foto
kind-statements = Afirmaciones

revising = ¿Qué quiere cambiar?
revising-title = El título
revising-why = Por qué preguntamos
revising-use = Qué se hará con ello
revising-add = ➕ Otra pregunta
revising-translate = Traducciones que faltan
revising-finish = Nada más
revising-now = «{ $words }»
revising-words = Escriba el texto nuevo.
revising-wording = Las palabras
revising-required = Hay que responderla
revising-optional = Se puede saltar
revising-bounds = De … a …
revising-bounds-which = ¿De cuánto a cuánto? Dos números, por ejemplo: 1 3
revising-bounds-wrong = Esos límites no encajan con la pregunta.
revising-condition = Solo a algunos
revising-remove = Quitarla
revising-if = { $option } ({ $question })
revising-if-which = ¿A quién se le pregunta? A quienes respondieron antes:
revising-if-none = A todos

timing-opens = ¿Cuándo se abre? Elija, o escriba una fecha como 2026-05-04.
timing-opens-in = { $count ->
    [0] En cuanto se envíe
    [one] Mañana a las 9
   *[other] En { $count } días a las 9
}
timing-closes = ¿Cuánto tiempo está abierta? Elija, o escriba el último día, como 2026-05-18.
timing-reminders = ¿Se recuerda a quienes lo dejaron a medias?
timing-remind-none = No
timing-remind-one = El día antes
timing-remind-two = 3 días y 1 día antes
timing-no-date = No he leído ninguna fecha ahí.
timing-past = Eso ya pasó, o es antes de que se abra.

aim = Para: { $who }
aim-all = Para: todos
aim-and = { $first }, { $second }
aim-reporters = quienes avisaron de «{ $service }»
aim-followers = quienes siguen «{ $topic }»
aim-who-follow = quienes siguen algo en la ciudad
aim-participants = quienes respondieron «{ $title }»
aim-drawn = { $size } por sorteo (semilla { $seed })
aim-everybody = Todos
aim-following = Seguidores
aim-area = Barrios
aim-language = Idiomas
aim-service = Quienes avisaron de algo
aim-topic = Quienes siguen un tema
aim-earlier = Quienes respondieron antes
aim-panel = Un panel por sorteo
aim-done = ✅ Así está bien
aim-area-which = ¿Qué barrios? Escriba sus nombres.
aim-language-which = ¿Qué idioma?
aim-service-which = ¿Qué motivo? Escriba su nombre.
aim-topic-which = ¿Qué tema?
aim-earlier-which = ¿Qué consulta?
aim-panel-which = ¿A cuántas personas se sortea? Cada barrio tiene su parte.
aim-unknown = No conozco eso aquí. No se ha cambiado nada.
