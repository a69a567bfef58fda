# Hola, ayuda, y lo que nadie entendió.

start =
    ¡Hola! Aquí el ayuntamiento de { $city }. Dígame con sus palabras qué está roto, sucio o es peligroso, y dónde.

    Por ejemplo: «La farola frente a 12 Elm Street está apagada». Lo anoto, lo envío al departamento que corresponde y le digo en qué queda.

    /mine muestra sus avisos · /language cambia el idioma · /help cuenta más
    .sms = Ayuntamiento de { $city }. Escriba qué está roto, sucio o es peligroso, y dónde; le diré en qué queda. AYUDA cuenta más. ALTO termina los mensajes.
help =
    Escriba qué pasa y dónde, como se lo diría a un vecino. Una foto o su ubicación ayuda.

    Puede decir «no, el otro», «atrás», «cancelar» o «empezar de nuevo» en cualquier momento, y preguntar «¿qué pasó con mi aviso?» o escribir su número.

    ¿Le gustaría algo nuevo? «Sería genial tener …» se convierte en una propuesta que otros pueden apoyar. O haga simplemente una pregunta.

    /mine – sus avisos, propuestas y preguntas, y en qué quedaron
    /proposals – lo que propone la gente
    /meetings – responsables que contestan
    /consultations – lo que la ciudad pregunta ahora
    /vote – lo que se somete a votación
    /digest – resúmenes: cada cuánto y de qué
    /language – inglés, francés, español

    ¿En peligro? Llame primero al número de emergencias.
    .sms = Escriba qué pasa y dónde, como a un vecino. ESTADO 1001: cómo va un aviso. También ATRAS, CANCELAR, MAS, IDIOMA, ALTO. En peligro, llame primero.
greeting = ¡Hola! ¿Qué puede hacer { $city } por usted? Dígame qué pasa y dónde.
you-are-welcome = De nada. Gracias por cuidar de la ciudad.
off-topic = Solo sé de asuntos de la ciudad. Hábleme de algo que la ciudad deba arreglar, o pregunte por sus avisos.
vote-none-open = Ahora mismo no hay ninguna votación abierta.
stop-explained = Escriba ALTO y solo le escribiré sobre sus propios avisos. Para no recibir nada más de mí, bloquee este chat; al desbloquearlo vuelvo.
    .sms = Solo le escribo sobre sus avisos. Escriba ALTO y no recibirá más mensajes.
which-answer = No sé a cuál se refiere. Elija una opción, o dígalo con sus palabras.
    .sms = No sé a cuál se refiere. Elija un número.
machine = Soy un programa de la ciudad de { $city }. Ordeno lo que usted escribe; lo que envía lo leen personas del ayuntamiento, y son ellas quienes deciden. Para hablar con una, escriba «hablar con una persona».
    .sms = Soy un programa de { $city }. Lo que envía lo leen personas del ayuntamiento. Para hablar con una, escriba: hablar con una persona.
data-kept =
    { $city } guarda lo que usted escribe aquí para poder actuar y responderle: sus palabras y fotos, el nombre que da su mensajería, su idioma y en qué quedaron sus avisos. Lo que otros leen de un aviso va sin números de teléfono, correos electrónicos, matrículas ni nombres reconocidos como tales.

    Para ver lo que se guarda de usted, o para borrarlo, tiene que ocuparse una persona del ayuntamiento.
    .sms = { $city } guarda sus palabras, su número (sellado), su idioma y sus avisos, para actuar y responder. Para verlos o borrarlos tiene que ocuparse una persona del ayuntamiento.
nothing-open = Ahora no hay nada pendiente entre nosotros. Dígame qué pasa y dónde, y me ocupo.
puzzled =
    Lo siento, no lo he entendido. Dígame en pocas palabras qué pasa y dónde.

    Por ejemplo: «Bache en la esquina de la calle Mayor con la calle del Parque». O escriba «hablar con una persona».
    .sms = Lo siento, no lo he entendido. Escriba qué pasa y dónde, por ejemplo: bache en calle Mayor con calle del Parque. O escriba: hablar con una persona.
unsupported = No puedo leer este tipo de mensaje. Palabras, fotos y su ubicación, sí.
    .sms = No puedo abrir lo que ha enviado. Escriba con palabras qué pasa y dónde, por favor.
unsupported-picture = Las imágenes no llegan a este número. Escriba qué se ve y dónde está, por favor.
picture-welcome = Sí, una foto ayuda al equipo: envíela aquí y escriba qué muestra y dónde está.
    .sms = Sí, envíela aquí y escriba qué muestra y dónde está.
edited = Veo que ha cambiado un mensaje. Ya he atendido la primera versión: escríbame qué es distinto, por favor.
unknown-command = No conozco ese comando. /help muestra lo que sé hacer.
    .sms = No conozco ese comando. Escriba AYUDA.
turn-failed = Lo siento, algo ha fallado por nuestra parte. Su mensaje queda guardado con la referencia { $reference } y nuestros técnicos están avisados. Inténtelo de nuevo en un momento, por favor.
    .sms = Lo siento, ha habido un fallo. Su mensaje queda guardado (ref. { $reference }). Inténtelo de nuevo en un momento.
share-location = 📍 Compartir mi ubicación
