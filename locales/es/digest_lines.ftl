# Resúmenes: líneas sobre propuestas, preguntas y votaciones.

digest-part-proposed = Lo que propuso y preguntó
digest-proposal = «{ $title }» ({ $number })
    .sms = { $number } { $title }
digest-proposal-published = 💡 { $proposal } está publicada y busca { $threshold } apoyos.
    .sms = { $proposal }: publicada
digest-proposal-threshold-reached = 🎉 { $proposal } tiene apoyos suficientes: la ciudad responde antes del { $due }.
    .sms = { $proposal }: apoyos suficientes, respuesta antes del { $due }
digest-proposal-under-consideration = 🔎 { $proposal }: lo está estudiando { $office }.
    .sms = { $proposal }: en estudio
digest-proposal-accepted = ✅ { $proposal } ha sido aceptada. { $office }: «{ $words }»
    .sms = { $proposal }: aceptada. { $words }
digest-proposal-rejected = ✖️ { $proposal } no se acepta. { $office }: «{ $words }»
    .sms = { $proposal }: no se acepta. { $words }
digest-proposal-amended = ✏️ { $proposal }: la respuesta ha cambiado. { $office }: «{ $words }»
    .sms = { $proposal }: respuesta cambiada. { $words }
digest-proposal-planned = 📅 { $proposal } está programada.
    .sms = { $proposal }: programada
digest-proposal-in-progress = 🚧 { $proposal }: los trabajos han comenzado.
    .sms = { $proposal }: trabajos en curso
digest-proposal-milestone = 🔨 { $proposal }: { $words }
    .sms = { $proposal }: { $words }
digest-proposal-done = 🏁 { $proposal } ya está hecha.
    .sms = { $proposal }: hecha
digest-proposal-expired = ⌛ { $proposal } no reunió apoyos suficientes a tiempo ({ $supporters } de { $threshold }).
    .sms = { $proposal }: faltaron apoyos
digest-proposal-withdrawn = ↩️ { $proposal } fue retirada por quien la hizo.
    .sms = { $proposal }: retirada
digest-proposal-merged = 🔗 { $proposal } sigue en { $into }, que pide lo mismo.
    .sms = { $proposal }: sigue en { $into }
digest-proposal-gained = 👥 { $proposal }: { $gained ->
    [one] un apoyo
   *[other] { $gained } apoyos
} más; ya son { $supporters } de { $threshold }.
    .sms = { $proposal }: { $supporters } de { $threshold } apoyos
digest-question-answered = 💬 Usted preguntó «{ $question }» ({ $number }). La respuesta: «{ $answer }»
    .sms = { $number }, la respuesta: { $answer }
digest-vote-opened = 🗳 «{ $name }»: puede votar hasta el { $closes }. Escriba /vote.
    .sms = Votación: { $name }, hasta el { $closes }
digest-vote-closing = ⏳ «{ $name }»: la votación termina el { $closes }. Si aún no ha votado, escriba /vote.
    .sms = Últimos días para votar: { $name }, hasta el { $closes }
digest-vote-decided = 🏁 «{ $name }» ya tiene resultado; { $voters ->
    [one] votó una persona
   *[other] votaron { $voters } personas
}. { $won-count ->
    [one] Ganó
   *[other] Ganaron
}: { $won }. Para saber por qué, escriba /vote.
    .sms = Resultado: { $name }. Lo más votado: { $won }
digest-vote-decided-nothing = 🏁 «{ $name }» ya tiene resultado; { $voters ->
    [one] votó una persona
   *[other] votaron { $voters } personas
}. No ganó nada. Para saber por qué, escriba /vote.
    .sms = Resultado: { $name }. No ganó nada
digest-vote-won = { $names } y { $rest } más
digest-vote-won-all = { $names }
digest-project = proyecto { $number } «{ $title }»
digest-project-accepted = ✅ Su { $project } se podrá votar.
    .sms = Su { $project }: se podrá votar
digest-project-rejected = ✖️ Su { $project } no puede ir en la papeleta: { $words }
    .sms = Su { $project }: no va en la papeleta. { $words }
digest-project-won = 🏆 ¡Su { $project } ha ganado la votación!
    .sms = ¡Su { $project } ha ganado!
digest-project-lost = 🏁 Su { $project } no ha ganado esta vez. Para saber por qué, escriba /vote.
    .sms = Su { $project } no ha ganado esta vez
digest-project-withdrawn = ↩️ Su { $project } se ha retirado de la votación: { $words }
    .sms = Su { $project }: retirado de la votación. { $words }
digest-project-planned = 📅 Su { $project } está previsto: { $words }
    .sms = Su { $project } está previsto. { $words }
digest-project-in-progress = 🏗 Han empezado las obras de su { $project }: { $words }
    .sms = Su { $project }: obras en marcha. { $words }
digest-project-milestone = 🏗 Su { $project }: { $words }
    .sms = Su { $project }: { $words }
digest-project-done = 🎉 Su { $project } ya está hecho: { $words }
    .sms = Su { $project } ya está hecho. { $words }
digest-counts = { $first }, { $second }
digest-proposed = { $count ->
    [one] una propuesta nueva
   *[other] { $count } propuestas nuevas
}
digest-answered = { $count ->
    [one] una propuesta respondida
   *[other] { $count } propuestas respondidas
}
digest-built = { $count ->
    [one] una propuesta hecha realidad
   *[other] { $count } propuestas hechas realidad
}
