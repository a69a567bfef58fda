# Après le délai et après la clôture : ce que dit l'horloge, nouvelles dates, satisfaction.

notice-late =
    ⏰ Le signalement { $number } ({ $service }) est en retard. Nous l'avions promis pour le { $due }, et ce n'est pas fait.

    Il reste ouvert, et { $department } le voit en retard. Dès qu'une nouvelle date est donnée, je vous la dis.
    .sms = Signalement { $number } en retard : promis pour le { $due }, pas fait. Il reste ouvert. Nouvelle date à suivre.
notice-late-waiting = ⏰ Le signalement { $number } ({ $service }) est en retard. Nous l'avions promis pour le { $due }, mais { $department } attend encore votre réponse à sa question. Écrivez-la simplement ici.
    .sms = Signalement { $number } en retard : promis pour le { $due }, mais { $department } attend votre réponse à sa question. Écrivez-la ici.
notice-rescheduled = 📅 Signalement { $number } : { $department } le promet maintenant pour le { $due }.
follow-late = En retard : c'était promis pour le { $due }.

satisfaction-later = Le signalement { $number } ({ $service }) a été clos il y a une semaine.
satisfaction = Êtes-vous satisfait de la façon dont la ville s'en est occupée ? De 1, pas du tout, à 5, entièrement.
    .sms = Êtes-vous satisfait ? Répondez de 1 (pas du tout) à 5 (entièrement).
satisfaction-thanks = Merci. Si vous voulez, dites en une phrase pourquoi.
satisfaction-low = J'en suis désolé. Si vous voulez, dites en une phrase ce qui aurait dû mieux se passer.
satisfaction-words-kept = Merci, je l'ai noté pour la ville.

step-rescheduled = Nouvelle date
staff-new-date = Pour quand le signalement { $number } sera-t-il fait ? Écrivez une date (2026-04-01), ou dans combien de jours ou de semaines (3 jours, 2 semaines). L'habitant est prévenu aussitôt.
unit-days = j jour jours
unit-weeks = semaine semaines
refused-date = Il me faut un jour entre aujourd'hui et dans un an : une date comme 2026-04-01, ou « 3 jours », ou « 2 semaines ».
history-clock = Agora
history-late = a dit à la personne que c'est en retard
history-rescheduled = l'a promis pour le { $due }
history-settled-softly = l'a réglé, sans objection

staff-due = { $count ->
    [0] Plus rien n'est à rendre aujourd'hui.
    [one] { $count } signalement à rendre aujourd'hui :
   *[other] { $count } signalements à rendre aujourd'hui, les plus proches d'abord :
}
staff-overdue = { $count ->
    [0] Rien n'est en retard.
    [one] { $count } signalement en retard :
   *[other] { $count } signalements en retard, les plus anciens d'abord :
}
staff-overdue-line = ⏰ { $line }, promis pour le { $due }
