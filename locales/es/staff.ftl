# Lo que el personal lee y pulsa.

staff-door = Este bot es privado.
staff-welcome = Bienvenido, { $name }. Desde ahora los avisos nuevos le llegan aquí.
staff-help =
    El número de un aviso muestra su ficha. Los botones de la ficha hacen el trabajo.

    O dígalo: «cierra 1024, arreglado esta mañana», «da 1031 a alumbrado», «nota 1024: faltan piezas».

    /queue – avisos abiertos, los más urgentes primero; también /queue alumbrado
    /due – lo que vence hoy
    /overdue – lo que va con retraso
    /find – buscar por palabras o número
    /mine – avisos que usted ha tomado
    /blocks – quién está bloqueado, hasta cuándo
    /confirm – decirme a qué servicio pertenece lo que menos claro tenía
    /proposals – propuestas que esperan a la ciudad
    /questions – preguntas que esperan respuesta
    /meetings – encuentros con responsables
    /consultations – preguntar a la ciudad, oír a todos
    /votes – votaciones y sus proyectos
    /broadcast – escribir a muchos a la vez
    /week – la semana pasada en cifras
    /staff – quién trabaja aquí
    /language – inglés, francés, español
staff-greeting = ¡Hola! /queue muestra lo que espera, /due lo prometido para hoy, /help todo lo que se puede hacer.
staff-thanks = De nada.
staff-puzzled = No he encontrado ahí ningún aviso ni ninguna orden. /help muestra lo que se puede hacer, con ejemplos.
staff-card = 📋 { $number } · { $service }
staff-card-urgent = 🚨 { $number } · URGENTE · { $service }
staff-card-facts =
    📍 { $address }
    «{ $words }»

    { $department }, prometido a más tardar el { $due }
    Estado: { $state }
words-none = sin palabras
staff-headline-submitted = Aviso nuevo
staff-headline-placed = Ya se conoce el lugar de un aviso
staff-headline-answer = Ha respondido quien avisó
staff-headline-reopened = Impugnado: quien avisó dice que no está arreglado

step-taken = Tomar
step-in-progress = En marcha
step-question = Preguntar a quien avisó
step-closed = Cerrar

staff-question = ¿Qué quiere preguntar sobre el aviso { $number }? Se envía en nombre del departamento.
staff-reason = ¿Por qué se cierra el aviso { $number }?
reason-done = Hecho
reason-not-ours = No nos corresponde
reason-below-threshold = Bajo nuestro umbral
reason-duplicate = Duplicado
reason-no-access = Sin acceso
staff-whose = ¿A quién le corresponde? Elija, o escríbalo.
staff-which-rule = ¿Qué regla? Elija, o escríbala.
staff-duplicate-of = ¿Duplicado de qué aviso? Escriba su número.
staff-note = ¿Una frase para quien avisó sobre el aviso { $number }? Escríbala, o cierre sin ella.
staff-no-note = Cerrar sin ella

staff-queue = { $count ->
    [0] No hay avisos abiertos.
    [one] { $count } aviso abierto:
   *[other] { $count } avisos abiertos, los más urgentes primero:
}
staff-mine = { $count ->
    [0] No ha tomado ningún aviso.
    [one] { $count } aviso es suyo:
   *[other] { $count } avisos son suyos:
}

history-line = { $at } · { $who }: { $what }
history-line-words = { $at } · { $who }: { $what }: «{ $words }»
history-reporter = quien avisó
history-placed = dijo dónde
history-taken = lo tomó
history-in-progress = empezó a trabajar
history-question = preguntó
history-answer = respondió
history-reopened = sin arreglar
history-settled = arreglado
