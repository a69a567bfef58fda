# Messages à beaucoup : écrits par des agents, approuvés par une deuxième personne, suivis pendant l'envoi.

command-broadcast = Dire quelque chose à beaucoup d'habitants
broadcast = 📣 { $words }
alert = 🚨 { $words }
    .sms = ALERTE : { $words }
only-in = { $words } ({ $language } seulement)
broadcasting-words = Que voulez-vous dire ? Écrivez-le comme les habitants le liront.
broadcasting-said = { $language } : « { $words } »
broadcasting-gap = ⚠️ { $language } manque : qui lit cette langue reçoit le premier texte.
broadcasting-send = Envoyer
broadcasting-urgent = 🚨 En alerte urgente
broadcasting-audience = Qui le reçoit
broadcasting-reword = Le réécrire
broadcasting-drop = Abandonner
broadcasting-reason = Une alerte part à toute heure, aussi à qui ne veut pas de messages. Quelle en est la raison ? Elle figure au journal.
broadcasting-alert = 🚨 Urgent, pour cette raison : { $reason }. Part tout de suite vers { $reached ->
    [one] { $reached } personne
   *[other] { $reached } personnes
}, aussi qui ne veut pas de messages.
broadcasting-wanted = ✋ { $who } veut envoyer ce message. Êtes-vous d'accord ?
refused-broadcast-over = Ce n'est plus possible : le message est parti ou a été arrêté.
refused-broadcast-decided = Un collègue a déjà décidé.
refused-no-reason = Une alerte demande une raison.

sending = 📤 { $what } · { $state }
sending-message = Message aux habitants
sending-alert = 🚨 Alerte urgente
broadcast-sending = en cours
broadcast-paused = en pause
broadcast-cancelled = arrêté
broadcast-done = terminé
sending-progress = { $bar } { $sent } sur { $total } envoyés · { $failed } en échec · { $blocked } nous ont bloqués · { $answered } ont répondu
sending-left = { $minutes ->
    [one] Encore une minute environ.
   *[other] Encore { $minutes } minutes environ.
}
sending-pause = ⏸ Pause
sending-resume = ▶️ Continuer
sending-stop = ⏹ Arrêter
broadcasting-preview = Aperçu
broadcasting-chat = Dans le chat ({ $language }) : { $words }

bytext = Par SMS ({ $language }), { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
} en { $encoding } :
    { $words }
bytext-cost = { $phones ->
    [one] { $phones } personne le reçoit
   *[other] { $phones } personnes le reçoivent
} par SMS : { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}, { $price }. { $dear ->
    [1] ⚠️ Il n'en reste que { $most } : impossible de l'envoyer ainsi.
   *[0] Il en reste { $most } pour cela.
}
bytext-no-price = prix inconnu
refused-broadcast-too-dear = Il faudrait { $needed } segments de SMS, et il en reste { $budget }. Faites plus court, ou écrivez à moins de personnes.
