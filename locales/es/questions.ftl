# Preguntas: lo que la ciudad tiene escrito, y lo que responde una persona.

command-proposals-staff = Propuestas que esperan a la ciudad
command-questions = Preguntas que esperan respuesta

answer-question = ℹ️ { $question }
answer-text = «{ $words }»
answer-source = Fuente: { $source }, a fecha de { $date }
answer-not-it = No era mi pregunta
answer-near = No sé bien qué pregunta. ¿Es una de estas?
answer-none-of-these = Ninguna de ellas
question-unknown = No lo sé, y no voy a adivinar. ¿Paso su pregunta a una persona del ayuntamiento?
question-pass-on = Pasarla
question-report = Es un problema por arreglar
question-leave = No, déjelo
question-left = De acuerdo, no se ha pasado nada.
question-passed-on = 📨 { $number } está en camino. { $department } responde antes del { $due }.
questions-mine = { $count ->
    [one] Su pregunta:
   *[other] Sus preguntas:
}
question-line-answered = { $number } · «{ $words }» – { $answer }
question-line-waiting = { $number } · «{ $words }» – respuesta antes del { $due }
refused-too-many-questions = Ha hecho { $limit } preguntas en un día, lo máximo para una persona. Siga mañana.
refused-no-such-question = No hay ninguna pregunta Q{ $number }.
refused-question-answered = Q{ $number } ya tiene respuesta.
refused-draft-not-written = No se puede escribir en la carpeta de la ciudad ({ $why }). Pregunte a quien lleva Agora.
notice-question-answered =
    📬 { $department } responde a su pregunta { $number } «{ $question }»:

    «{ $words }»

answering-queue = { $count ->
    [0] Ninguna pregunta espera respuesta.
    [one] { $count } pregunta espera respuesta:
   *[other] { $count } preguntas esperan respuesta, la más urgente primero:
}
answering-line = { $number } · «{ $words }», para el { $due }
answering-head = ❓ { $number } ({ $language })
answering-due = { $department }, respuesta prometida para el { $due }
answering-answered = Respondida: «{ $words }»
answering-answer = Responder
answering-give = Dar a …
answering-keep = Añadir a las respuestas escritas
answering-words = ¿Su respuesta a { $number }? Va en nombre de la oficina.
answering-preview = Esto va a quien hizo { $number } (escribe en { $language }):
answering-to = ¿Qué oficina lo sabe?
answering-given = { $number } queda en sus manos.
answering-sent = { $number } está respondida. ¿Preguntarán otros lo mismo? Un toque la escribe como borrador para revisar.
answering-kept = Escrita en { $file }. Se citará cuando alguien la revise y la suba.
answering-headline-new = Una pregunta al ayuntamiento
answering-headline-late = Una pregunta está atrasada
