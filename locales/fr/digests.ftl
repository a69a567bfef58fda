# Résumés : ce que la ville a fait de ce qu'on lui a dit, et comment on les choisit.

digest-head-daily = 📬 Votre journée avec { $city }
    .sms = { $city } aujourd'hui :
digest-head-weekly = 📬 Votre semaine avec { $city }
    .sms = { $city } cette semaine :
digest-head-monthly = 📬 Votre mois avec { $city }
    .sms = { $city } ce mois-ci :
digest-head-events = 📬 Du nouveau pour vous à { $city }
    .sms = { $city }, du nouveau :
digest-head-late = 📬 Du nouveau pour vous à { $city }. Vous auriez dû recevoir ce résumé le { $due } ; pardon pour le retard.
    .sms = { $city }, en retard, prévu { $due } :
digest-part-own = Vos signalements
digest-part-followed = Ce que vous soutenez ou suivez
digest-part-asked = La ville demande, la ville décide
digest-part-around = Autour de vous
digest-and-more = … et { $count } de plus.
    .sms = et { $count } de plus
digest-report = { $service }, { $address } ({ $number })
    .sms = { $number } { $service }
digest-report-placeless = { $service } ({ $number })
    .sms = { $number } { $service }
digest-taken = 👷 { $report } : pris en charge ({ $department }).
    .sms = { $report } : pris en charge
digest-in-progress = 🚧 { $report } : les travaux ont commencé.
    .sms = { $report } : travaux commencés
digest-question = ❓ { $report } : on vous demande ({ $department }) : « { $words } »
    .sms = { $report } : question pour vous : { $words }
digest-question-joined = ❓ { $report } : question à tous ceux que cela touche ({ $department }) : « { $words } »
    .sms = { $report } : question : { $words }
digest-reply = ✉️ { $report } : on vous a écrit ({ $department }) : « { $words } »
    .sms = { $report } : { $words }
digest-closed = 🏁 { $report } : clos – { $why }
    .sms = { $report } : clos, { $why }
digest-done = 🏁 { $report } : c'est fait.
    .sms = { $report } : c'est fait
digest-settled = ✅ { $report } : réglé.
    .sms = { $report } : réglé
digest-reopened = 🔁 { $report } : rouvert.
    .sms = { $report } : rouvert
digest-late = ⏰ { $report } : en retard. C'était promis pour le { $due } et ce n'est pas fait.
    .sms = { $report } : en retard, promis le { $due }
digest-rescheduled = 📅 { $report } : désormais promis pour le { $due }.
    .sms = { $report } : nouvelle date, le { $due }
digest-merged = 🔗 { $report } : d'autres l'avaient signalé aussi ; tout est traité ensemble.
    .sms = { $report } : traité avec d'autres
digest-consultation-opened = 🗳 « { $title } » : vous pouvez répondre jusqu'au { $closes }. Écrivez /consultations pour participer.
    .sms = Consultation : { $title }, jusqu'au { $closes }
digest-consultation-begun = 🗳 « { $title } » : vous avez commencé à répondre et pouvez terminer jusqu'au { $closes }.
    .sms = À terminer : { $title }, jusqu'au { $closes }
digest-consultation-closed = 🗳 « { $title } » est terminée. Les résultats sont à l'étude.
    .sms = Terminée : { $title }
digest-consultation-decided = 🏛 « { $title } », la décision : { $decision }
    .sms = Décidé : { $title } : { $decision }
digest-consultation-done = 🎉 « { $title } » : ce qui a été décidé est fait.
    .sms = Fait : { $title }
digest-around = 📍 { $what } : { $counts }.
    .sms = { $what } : { $counts }
digest-place = { $metres } m autour de votre lieu
digest-reported-and-settled = { $reported ->
    [one] { $reported } signalement
   *[other] { $reported } signalements
}, { $settled ->
    [one] { $settled } réglé, en { $time } au plus
   *[other] { $settled } réglés, la moitié en { $time } au plus
}
    .sms = { $reported } nouveaux, { $settled } réglés
digest-only-reported = { $reported ->
    [one] { $reported } signalement, pas encore réglé
   *[other] { $reported } signalements, aucun encore réglé
}
    .sms = nouveaux : { $reported }
digest-only-settled = rien de nouveau ; { $settled ->
    [one] { $settled } réglé, en { $time } au plus
   *[other] { $settled } réglés, la moitié en { $time } au plus
}
    .sms = réglés : { $settled }
digest-under-an-hour = une heure
digest-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
digest-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
digest-compared = 📊 Ce qui a été signalé parmi ce que vous suivez
digest-more = Tout voir
digest-less = Moins souvent
digest-settings = Modifier
digest-under = Vos résumés de la ville :

command-digest = votre résumé : quand et sur quoi
digest-daily = Chaque jour
digest-weekly = Chaque semaine
digest-monthly = Chaque mois
digest-events = Seulement s'il y a du nouveau
digest-never = Jamais
digest-follow-place = Ce qui se passe autour d'un lieu
digest-now-daily = 📬 Vous recevez un résumé chaque jour, quand il y a quelque chose à dire. Le prochain : { $date }, à partir de { $time }.
digest-now-weekly = 📬 Vous recevez un résumé chaque semaine, quand il y a quelque chose à dire. Le prochain : { $date }, à partir de { $time }.
digest-now-monthly = 📬 Vous recevez un résumé chaque mois, quand il y a quelque chose à dire. Le prochain : { $date }, à partir de { $time }.
digest-now-events = 📬 Vous recevez un résumé seulement quand vos signalements avancent, ou quand la ville demande ou décide quelque chose. Je regarde chaque jour à { $time }.
digest-now-never = 📬 Vous ne recevez pas de résumé.
digest-set-daily = 📬 C'est noté, un résumé chaque jour, quand il y a quelque chose à dire. Le premier : { $date }, à partir de { $time }.
digest-set-weekly = 📬 C'est noté, un résumé chaque semaine, quand il y a quelque chose à dire. Le premier : { $date }, à partir de { $time }.
digest-set-monthly = 📬 C'est noté, un résumé chaque mois, quand il y a quelque chose à dire. Le premier : { $date }, à partir de { $time }.
digest-set-events = 📬 C'est noté, un résumé seulement quand vos signalements avancent, ou quand la ville demande ou décide quelque chose. Je regarde chaque jour à { $time }.
digest-set-never = C'est noté, plus de résumés. Ce qui concerne vos propres signalements vous parvient toujours aussitôt. Si vous changez d'avis, écrivez /digest.
    .sms = C'est noté, plus de résumés. Ce qui concerne vos signalements vous parvient toujours. Pour en recevoir, écrivez : résumés
digest-moved = À l'heure que vous avez choisie, je n'écris à personne ; le résumé vient dès que c'est permis : à { $time }.
digest-follows = Vous suivez :
digest-followed = • { $what }
digest-how = Changez-le d'un bouton ou avec vos mots : « un résumé chaque vendredi à 18 h », « suivre les nids-de-poule », « 500 m autour d'ici », « silence de 21 h à 8 h ».
    .sms = Écrivez par exemple : résumé chaque vendredi à 18 h
digest-followed-now = 🔔 Vous suivez : { $what }
digest-followed-no-more = Vous ne suivez plus : { $what }
digest-where = Autour de quel lieu ? Partagez une position ou écrivez une adresse ; vous saurez ce qui se passe dans un rayon de { $metres } m.
    .sms = Autour de quel lieu ? Écrivez une adresse ; vous saurez ce qui se passe à moins de { $metres } m.
digest-place-unknown = Je ne connais pas ce lieu dans la ville.
digest-quiet-set = 🌙 Silence de { $begin } à { $end } : aucun résumé ne vient pendant ce temps.
digest-stopped = Vous ne recevrez plus de { $city } que ce que vous avez demandé : ni résumés, ni questions adressées à tous. Ce qui concerne vos propres signalements vous parvient toujours. Pour en recevoir davantage, écrivez /digest.
    .sms = { $city } : plus de résumés ni de questions à tous. Ce qui concerne vos signalements vous parvient toujours. Pour en recevoir, écrivez : résumés
refused-no-hour-left = Il ne resterait aucune heure où je puisse vous écrire. Choisissez un silence plus court.

morning-head = ☀️ Bonjour. Aujourd'hui :
morning-new = 🆕 nouveaux depuis hier : { $count }
morning-due = 📅 promis pour aujourd'hui : { $count } (/due)
morning-overdue = ⏰ en retard : { $count } (/overdue)
morning-contested = 🔁 contestés : { $count }
morning-waiting = 💬 en attente d'une réponse : { $count }
morning-questions = ❔ questions en attente de la ville : { $count } (/questions)
morning-proposals = 💡 propositions assez soutenues, en attente de réponse : { $count } (/proposals)
