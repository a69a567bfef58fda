# Messages to many: written by staff, agreed to by a second person, watched while they go out.

command-broadcast = Tell many residents something at once
broadcast = 📣 { $words }
alert = 🚨 { $words }
    .sms = ALERT: { $words }
only-in = { $words } ({ $language } only)
broadcasting-words = What do you want to tell? Write it as residents will read it.
broadcasting-said = { $language }: “{ $words }”
broadcasting-gap = ⚠️ { $language } is missing: whoever reads it gets the first text.
broadcasting-send = Send it
broadcasting-urgent = 🚨 As an urgent alert
broadcasting-audience = Who gets it
broadcasting-reword = Write it anew
broadcasting-drop = Drop it
broadcasting-reason = An alert goes out at any hour, also to those who want no messages. What is the reason? It stands in the action log.
broadcasting-alert = 🚨 Urgent, for this reason: { $reason }. Goes to { $reached ->
    [one] { $reached } person
   *[other] { $reached } people
} at once, also to those who have opted out.
broadcasting-wanted = ✋ { $who } wants to send this message. Do you agree?
refused-broadcast-over = This is not possible any more: the message has gone out or was stopped.
refused-broadcast-decided = A colleague has decided this already.
refused-no-reason = An alert needs a reason.

sending = 📤 { $what } · { $state }
sending-message = Message to residents
sending-alert = 🚨 Urgent alert
broadcast-sending = going out
broadcast-paused = paused
broadcast-cancelled = stopped
broadcast-done = done
sending-progress = { $bar } { $sent } of { $total } sent · { $failed } failed · { $blocked } have blocked us · { $answered } answered
sending-left = { $minutes ->
    [one] About one minute left.
   *[other] About { $minutes } minutes left.
}
sending-pause = ⏸ Pause
sending-resume = ▶️ Go on
sending-stop = ⏹ Stop it
broadcasting-preview = Show me
broadcasting-chat = In the chat ({ $language }): { $words }

bytext = By text message ({ $language }), { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
} of { $encoding }:
    { $words }
bytext-cost = { $phones ->
    [one] { $phones } of them gets
   *[other] { $phones } of them get
} it by text message: { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}, { $price }. { $dear ->
    [1] ⚠️ Only { $most } are left for it: it can't be sent like this.
   *[0] { $most } are left for it.
}
bytext-no-price = price not known
refused-broadcast-too-dear = This would take { $needed } segments of text messages, and { $budget } are left for it. Make it shorter, or write to fewer people.
