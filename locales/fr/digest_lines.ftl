# Résumés : lignes sur les propositions, les questions et les votes.

digest-part-proposed = Ce que vous avez proposé et demandé
digest-proposal = « { $title } » ({ $number })
    .sms = { $number } { $title }
digest-proposal-published = 💡 { $proposal } est publiée et cherche { $threshold } soutiens.
    .sms = { $proposal } : publiée
digest-proposal-threshold-reached = 🎉 { $proposal } a assez de soutiens : la ville répond d'ici le { $due }.
    .sms = { $proposal } : assez de soutiens, réponse d'ici le { $due }
digest-proposal-under-consideration = 🔎 { $proposal } est à l'étude ({ $office }).
    .sms = { $proposal } : à l'étude
digest-proposal-accepted = ✅ { $proposal } est acceptée. { $office } : « { $words } »
    .sms = { $proposal } : acceptée. { $words }
digest-proposal-rejected = ✖️ { $proposal } n'est pas retenue. { $office } : « { $words } »
    .sms = { $proposal } : pas retenue. { $words }
digest-proposal-amended = ✏️ { $proposal } : la réponse a été modifiée. { $office } : « { $words } »
    .sms = { $proposal } : réponse modifiée. { $words }
digest-proposal-planned = 📅 { $proposal } est programmée.
    .sms = { $proposal } : programmée
digest-proposal-in-progress = 🚧 { $proposal } : les travaux ont commencé.
    .sms = { $proposal } : travaux commencés
digest-proposal-milestone = 🔨 { $proposal } : { $words }
    .sms = { $proposal } : { $words }
digest-proposal-done = 🏁 { $proposal } est réalisée.
    .sms = { $proposal } : réalisée
digest-proposal-expired = ⌛ { $proposal } n'a pas réuni assez de soutiens à temps ({ $supporters } sur { $threshold }).
    .sms = { $proposal } : trop peu de soutiens
digest-proposal-withdrawn = ↩️ { $proposal } a été retirée par son auteur.
    .sms = { $proposal } : retirée
digest-proposal-merged = 🔗 { $proposal } se poursuit dans { $into }, qui demande la même chose.
    .sms = { $proposal } : se poursuit dans { $into }
digest-proposal-gained = 👥 { $proposal } : { $gained ->
    [one] un soutien
   *[other] { $gained } soutiens
} de plus ; désormais { $supporters } sur { $threshold }.
    .sms = { $proposal } : { $supporters } soutiens sur { $threshold }
digest-question-answered = 💬 Vous aviez demandé « { $question } » ({ $number }). La réponse : « { $answer } »
    .sms = { $number }, la réponse : { $answer }
digest-vote-opened = 🗳 « { $name } » : vous pouvez voter jusqu'au { $closes }. Écrivez /vote.
    .sms = Vote : { $name }, jusqu'au { $closes }
digest-vote-closing = ⏳ « { $name } » : le vote se termine le { $closes }. Si vous n'avez pas encore voté, écrivez /vote.
    .sms = Derniers jours pour voter : { $name }, jusqu'au { $closes }
digest-vote-decided = 🏁 « { $name } » : le résultat est là ; { $voters ->
    [one] une personne a
   *[other] { $voters } personnes ont
} voté. { $won-count ->
    [one] L'emporte
   *[other] L'emportent
} : { $won }. Pour les raisons, écrivez /vote.
    .sms = Résultat : { $name }. En tête : { $won }
digest-vote-decided-nothing = 🏁 « { $name } » : le résultat est là ; { $voters ->
    [one] une personne a
   *[other] { $voters } personnes ont
} voté. Rien ne l'a emporté. Pour les raisons, écrivez /vote.
    .sms = Résultat : { $name }. Rien ne l'a emporté
digest-vote-won = { $names } et { $rest } de plus
digest-vote-won-all = { $names }
digest-project = projet { $number } « { $title } »
digest-project-accepted = ✅ Votre { $project } sera soumis au vote.
    .sms = Votre { $project } : soumis au vote
digest-project-rejected = ✖️ Votre { $project } ne peut pas être soumis au vote : { $words }
    .sms = Votre { $project } : pas soumis au vote. { $words }
digest-project-won = 🏆 Votre { $project } a gagné le vote !
    .sms = Votre { $project } a gagné !
digest-project-lost = 🏁 Votre { $project } n'a pas été retenu cette fois. Pour savoir pourquoi, écrivez /vote.
    .sms = Votre { $project } n'a pas été retenu cette fois
digest-project-withdrawn = ↩️ Votre { $project } a été retiré du vote : { $words }
    .sms = Votre { $project } : retiré du vote. { $words }
digest-project-planned = 📅 Votre { $project } est programmé : { $words }
    .sms = Votre { $project } est programmé. { $words }
digest-project-in-progress = 🏗 Les travaux de votre { $project } ont commencé : { $words }
    .sms = Votre { $project } : travaux commencés. { $words }
digest-project-milestone = 🏗 Votre { $project } : { $words }
    .sms = Votre { $project } : { $words }
digest-project-done = 🎉 Votre { $project } est réalisé : { $words }
    .sms = Votre { $project } est réalisé. { $words }
digest-counts = { $first }, { $second }
digest-proposed = { $count ->
    [one] une nouvelle proposition
   *[other] { $count } nouvelles propositions
}
digest-answered = { $count ->
    [one] une réponse de la ville à une proposition
   *[other] { $count } réponses de la ville à des propositions
}
digest-built = { $count ->
    [one] une proposition réalisée
   *[other] { $count } propositions réalisées
}
