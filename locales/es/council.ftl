# Lo que el personal lee y pulsa sobre las propuestas, y lo que saben de ello autor y apoyos.

council-queue = { $count ->
    [0] Ninguna propuesta espera a la ciudad.
    [one] { $count } propuesta espera a la ciudad:
   *[other] { $count } propuestas esperan a la ciudad, la más urgente primero:
}
council-comments = { $count ->
    [0] No hay comentarios por leer.
    [one] { $count } comentario por leer.
   *[other] { $count } comentarios por leer.
}
council-read-comments = Leer comentarios
council-line-due = { $line }, respuesta para el { $due }
council-supporters = 👥 { $supporters } de { $threshold }
council-due = ⏰ Respuesta oficial para el { $due }
council-history = { $at } · { $what }
council-history-words = { $at } · { $what }: «{ $words }»

council-headline-submitted = Una propuesta por leer antes de publicarla
council-headline-published = Nueva propuesta
council-headline-threshold-reached = Una propuesta tiene apoyos suficientes: la ciudad debe responder
council-headline-reminded = Una respuesta oficial vence pronto
council-headline-overdue = Una respuesta oficial está atrasada
council-headline-commented = Un comentario por leer
council-headline-withdrawn = Retirada por su autor

council-step-published = Publicar
council-step-returned = Devolver
council-step-under-consideration = Estudiarla
council-step-accepted = Aceptar
council-step-rejected = Rechazar
council-step-planned = Prevista
council-step-in-progress = Obras empezadas
council-step-milestone = Avance
council-step-done = Hecha
council-step-amended = Modificar la respuesta
council-step-merged = Unir a …

council-did-submitted = presentada
council-did-returned = devuelta
council-did-published = publicada
council-did-threshold-reached = apoyos suficientes
council-did-under-consideration = en estudio
council-did-accepted = aceptada
council-did-rejected = rechazada
council-did-amended = respuesta modificada
council-did-planned = prevista
council-did-in-progress = obras empezadas
council-did-milestone = avance
council-did-done = hecha
council-did-expired = caducada
council-did-withdrawn = retirada
council-did-merged = unida
council-did-commented = comentada
council-did-comment-answered = comentario respondido
council-did-reminded = recordatorio

council-merge-into = ¿A qué propuesta se une { $number }? Escriba su número.
council-merge-sure = ¿Unir { $number } «{ $title }» a { $into } «{ $into-title }»? Todos los que apoyan { $number } apoyarán { $into }, una vez cada uno, y se les avisa.

verdict-returned = ¿Qué debe cambiar el autor en { $number }? Escríbalo en { $language }; solo lo lee él.
verdict-under-consideration = { $number }: ¿unas palabras a quienes la apoyan sobre cómo la estudia la ciudad, en { $language }?
verdict-accepted = { $number } queda aceptada. Escriba la respuesta oficial en { $language }: qué hará la ciudad, y cuándo.
verdict-rejected = { $number } queda rechazada. Escriba los motivos en { $language }; a nadie se le dice que no sin ellos.
verdict-amended = Escriba la respuesta modificada a { $number } en { $language }. La anterior queda guardada.
verdict-planned = { $number } está prevista. ¿Cuándo y cómo? Escríbalo en { $language }.
verdict-in-progress = Las obras de { $number } han empezado. ¿Qué se hace? Escríbalo en { $language }.
verdict-milestone = ¿Qué se ha logrado en { $number }? Escríbalo en { $language }, con una foto si quiere.
verdict-done = { $number } está hecha. ¿Unas palabras a quienes la querían, en { $language }?
verdict-also = ¿Y en { $language }?
verdict-skip = Omitir
verdict-no-words = Sin texto
verdict-preview = Esto leerán el autor y quienes apoyan { $number }:
verdict-preview-author = Esto leerá el autor de { $number }:
verdict-signed = 🏛 { $office }, { $signer }
verdict-in = { $language }: «{ $words }»
verdict-without-words = Sin texto propio, solo el nuevo estado.
verdict-other-office = Otra oficina
verdict-which-office = ¿En nombre de qué oficina?
verdict-again = Escribirlo de nuevo
verdict-dropped = No se ha enviado nada sobre { $number }.

moderating-none = No hay comentarios por leer.
moderating-head = 💬 Sobre { $number } «{ $title }»:
moderating-show = Mostrar
moderating-hide = Dejar fuera
moderating-answer = Responder en público
moderating-why = ¿Por qué queda fuera? El motivo consta en el registro.
moderating-shown = Ya puede leerlo todo el mundo.
moderating-hidden = Queda fuera.
moderating-words = La respuesta pública en { $language }:
moderating-enough = Es suficiente
moderating-answered = Respondido. Todo el mundo lo lee bajo { $number }.

proposal-notice-returned =
    ↩️ El personal de la ciudad le pide cambiar { $number } «{ $title }» antes de publicarla:

    «{ $words }»

    Escriba «{ $number }» para cambiarla.
    .sms = Cambie { $number } antes de publicarla: { $words } Escriba { $number }.
proposal-notice-published = 💡 { $number } «{ $title }» está publicada y busca apoyos.
    .sms = { $number } "{ $title }" está publicada.
proposal-notice-threshold-reached = 🎉 { $number } «{ $title }» tiene { $supporters } apoyos. Son suficientes: la ciudad responde antes del { $due }.
    .sms = { $number } tiene { $supporters } apoyos: la ciudad responde antes del { $due }.
proposal-notice-under-consideration =
    🔎 { $office } estudia { $number } «{ $title }»:

    «{ $words }»
    .sms = { $office } estudia { $number }: { $words }
proposal-notice-under-consideration-plain = 🔎 { $office } estudia { $number } «{ $title }».
    .sms = { $office } estudia { $number }.
proposal-notice-accepted =
    ✅ { $number } «{ $title }» queda aceptada. { $office }, { $signer }:

    «{ $words }»
    .sms = { $number } aceptada. { $office }, { $signer }: { $words }
proposal-notice-rejected =
    ✖️ { $number } «{ $title }» queda rechazada. { $office }, { $signer }:

    «{ $words }»
    .sms = { $number } rechazada. { $office }, { $signer }: { $words }
proposal-notice-amended =
    ✏️ Se ha modificado la respuesta a { $number } «{ $title }». { $office }, { $signer }:

    «{ $words }»
    .sms = Respuesta a { $number } modificada. { $office }, { $signer }: { $words }
proposal-notice-planned =
    📅 { $number } «{ $title }» está prevista:

    «{ $words }»
    .sms = { $number } prevista: { $words }
proposal-notice-planned-plain = 📅 { $number } «{ $title }» está prevista.
    .sms = { $number } prevista.
proposal-notice-in-progress =
    🚧 Han empezado las obras de { $number } «{ $title }»:

    «{ $words }»
    .sms = Obras de { $number } empezadas: { $words }
proposal-notice-in-progress-plain = 🚧 Han empezado las obras de { $number } «{ $title }».
    .sms = Obras de { $number } empezadas.
proposal-notice-milestone =
    🔨 { $number } «{ $title }»:

    «{ $words }»
    .sms = { $number }: { $words }
proposal-notice-done =
    🏁 { $number } «{ $title }» está hecha:

    «{ $words }»
    .sms = { $number } está hecha: { $words }
proposal-notice-done-plain = 🏁 { $number } «{ $title }» está hecha. Gracias por apoyarla.
    .sms = { $number } "{ $title }" está hecha. Gracias por apoyarla.
proposal-notice-expired = ⌛ { $number } «{ $title }» reunió { $supporters } apoyos en su plazo y no fueron suficientes. Cualquiera puede proponerla de nuevo.
    .sms = { $number } tuvo { $supporters } apoyos a tiempo, pocos. Se puede proponer de nuevo.
proposal-notice-withdrawn = { $number } «{ $title }», que usted apoya, ha sido retirada por su autor.
    .sms = { $number } fue retirada por su autor.
proposal-notice-merged = 🔗 { $number } «{ $title }» sigue en { $into }, que pide lo mismo. Su apoyo cuenta allí.
    .sms = { $number } sigue en { $into }. Su apoyo cuenta allí.
proposal-notice-comment-answered =
    🏛 La ciudad ha respondido a un comentario sobre { $number } «{ $title }»:

    «{ $words }»
    .sms = La ciudad responde a un comentario sobre { $number }: { $words }
