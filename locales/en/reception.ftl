# Hello, help, and what nobody understood.

start =
    Hello! This is the city hall of { $city }. Tell me in your own words what is broken, dirty or dangerous, and where.

    For example: “The street light in front of 12 Elm Street is out.” I write it down, send it to the right department and tell you what becomes of it.

    /mine shows your reports · /language changes the language · /help tells more
    .sms = { $city } city hall. Write what is broken, dirty or dangerous, and where; you hear what becomes of it. HELP tells more. STOP ends messages.
help =
    Write what is wrong and where, as you would tell a neighbour. A photo or your location helps.

    You can say “no, the other one”, “back”, “cancel” or “start over” at any time, and ask “what happened to my report?” or write its number.

    Would you like something new? “It would be great to have …” becomes a proposal that others can support. Or just ask a question.

    /mine – your reports, proposals and questions, and what became of them
    /proposals – what people propose
    /meetings – officials who answer
    /consultations – what the city asks just now
    /vote – what is put to the vote
    /digest – summaries: how often, about what
    /language – English, French, Spanish

    In danger? Call the emergency number first.
    .sms = Write what is wrong and where, as to a neighbour. STATUS 1001: how a report stands. Also BACK, CANCEL, MORE, LANGUAGE, STOP. In danger call first.
greeting = Hello! What can { $city } do for you? Tell me what is wrong and where.
you-are-welcome = You're welcome. Thank you for looking after the city.
off-topic = I only know about city matters. Tell me about something that the city should fix, or ask about your reports.
vote-none-open = There is no vote open at the moment.
stop-explained = Write STOP, and I only write to you about your own reports. To hear nothing more from me at all, block this chat; unblocking it brings me back.
    .sms = I only write to you about your own reports. Write STOP, and you get no more messages.
which-answer = I can't tell which one you mean. Please choose, or say it in your own words.
    .sms = I can't tell which one you mean. Please choose a number.
machine = I am a program that { $city } runs. I sort out what you write; what you send is read by people at city hall, and they decide. To reach one of them, write “talk to a person”.
    .sms = I am a program of { $city }. What you send is read by people at city hall. To reach one, write: talk to a person.
data-kept =
    { $city } keeps what you write here so that it can act on it and answer you: your words and pictures, the name that your messenger gives, your language, and what became of your reports. What others read of a report is without phone numbers, e-mail addresses, number plates and names that were recognised as such.

    To see what is kept about you, or to have it deleted, a person at city hall has to see to it.
    .sms = { $city } keeps your words, your number (sealed), your language and your reports, to act and to answer. To see or delete them, a person at city hall must see to it.
nothing-open = There is nothing open between us right now. Tell me what is wrong and where, and I will see to it.
puzzled =
    I'm sorry, I did not understand that. Tell me in a few words what is wrong and where.

    For example: “Pothole at the corner of Main Street and Park Street”. Or write “talk to a person”.
    .sms = Sorry, I did not understand. Write what is wrong and where, such as: pothole at Main Street and Park Street. Or write: talk to a person.
unsupported = I can't read this kind of message. Words, photos and your location work.
    .sms = I can't open what you sent. Please write in words what is wrong and where.
unsupported-picture = Pictures can't reach us by this number. Please write what one sees, and where it is.
picture-welcome = Yes, a picture helps the crew: just send it here, and write what it shows and where it is.
    .sms = Yes, just send it here, and write what it shows and where it is.
edited = I see that you changed a message. I have dealt with the first version already: please write what is different.
unknown-command = I don't know this command. /help shows what I can do.
    .sms = I don't know this command. Write HELP.
turn-failed = I'm sorry, something went wrong on our side. Your message is kept under the reference { $reference }, and our technicians are told. Please try again in a moment.
    .sms = Sorry, something went wrong on our side. Your message is kept (ref. { $reference }). Please try again in a moment.
share-location = 📍 Share my location
