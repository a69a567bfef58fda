# Indésirables et abus : marqués avec un motif, cachés, comptés ; blocages et leur fin.

flag-what = De quoi s'agit-il, dans le signalement { $number } ?
flag-the-report = Le signalement lui-même
flag-as = Comment le marquer ? Il s'agit du signalement { $number }.
flag-spam = Indésirable
flag-abuse = Abus
flag-why = Pourquoi ? En une phrase. Le signalement est clos et caché, votre motif est dit à son auteur et figure au journal.
flag-why-message = Pourquoi ? En une phrase. Le message est caché sur la fiche, votre motif figure au journal.
flag-done = Le signalement { $number } est clos et caché.
flag-done-message = Le message sur le signalement { $number } est caché.
flag-counts = Jusqu'ici, de cet auteur : { $spam } marqués indésirables, { $abuse } comme abus.
flag-block = Faut-il ne plus écouter cette personne un moment ? Les urgences passent toujours.
flag-no-block = Continuer à l'écouter
flag-heard = Cette personne est toujours écoutée. Le signalement { $number } reste marqué.
flag-objection = Que doit savoir la ville au sujet du signalement { $number } ? Écrivez une phrase, et quelqu'un d'autre que celui qui l'a marqué le regarde de nouveau.
flag-mistake = C'est une erreur
words-hidden = caché : { $kind }
notice-flagged = Le signalement { $number } n'est pas retenu. Pour les agents de la ville : { $kind }. Le motif donné : « { $words } »
blocks = { $count ->
    [0] Personne n'est bloqué.
    [one] { $count } personne n'est pas écoutée en ce moment, sauf urgence :
   *[other] { $count } personnes ne sont pas écoutées en ce moment, sauf urgence :
}
blocks-line = Auteur du signalement { $number }, jusqu'au { $until }, par { $who } : « { $reason } »
blocks-lift = Débloquer { $number }
command-blocks = Qui est bloqué, jusqu'à quand
refused-has-duplicates = D'autres signalements ont été fusionnés avec le { $number }. Séparez-les d'abord : leurs auteurs n'y sont pour rien.
