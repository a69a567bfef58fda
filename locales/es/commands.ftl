# Los menús de los dos bots (setMyCommands).

command-start = Empezar
command-help = Lo que sé hacer
command-mine = Mis avisos y en qué quedaron
command-language = Cambiar el idioma
command-cancel = Dejar lo que estamos haciendo
command-queue = Avisos abiertos, los más urgentes primero
command-own = Avisos que he tomado
command-due = Lo que vence hoy
command-overdue = Lo que va con retraso
command-vote = Votar
command-votes = Las votaciones y sus fases
command-enrol = Inscribir a un votante
