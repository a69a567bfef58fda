# From the first words to a number.

human-what = A person at city hall will read it and answer you here. What is it about?
report-what = What is wrong, and where?
report-what-with-photo = Thank you for the photo. What does it show, and where is it?
report-words-please = Please tell me in a few words what is wrong.
words-cut = Your message is very long. I keep the first { $limit } characters of it.

service-which = What is it about?
service-which-of-all = Which of these fits best?
service-unclear = I can't tell from these words what it is about. Which of these fits best?
service-not-understood = I could not match that to a service of the city.
something-else = Something else

attribute = { $question }
attribute-number = A number, please.

place-where = Where is it? Type the address or a street corner, share your location, or send a photo that shows it.
    .sms = Where is it? Write the address or a street corner.
place-noted = 📍 { $place }: noted.
place-later = The place comes next.
place-which = Which place do you mean?
place-where-on-street = Where on { $street }? A house number, a cross street or your location helps the crew find it.
    .sms = Where on { $street }? Write a house number or a cross street.
place-street-only = Just { $street }
place-on-street = { $street }
place-photo-shows = The photo shows where
place-photo-kept = Thank you, I keep the photo.
place-not-understood = I could not find “{ $words }” in the city.
place-unknown-street = I don't know a street called “{ $words }” in the city.
place-outside = That is outside the city, where we can't send anybody. Where in the city is it?
place-pin = near { $address }
place-in-photo = see the photo
place-pin-nameless = at the location you shared
place-named = { $address }
place-not-given = place not given
somewhere-else = Somewhere else

card-check = Shall I send this?
    .sms = Send this?
card-what = 🏛 { $service }
card-where = 📍 { $place }
card-words = “{ $words }”
    .sms = { "" }
card-photos = { $count ->
    [one] 📷 { $count } photo
   *[other] 📷 { $count } photos
}
card-promise = { $department } takes care of it. Answer promised by { $due }.
    .sms = Answer by { $due }.
send = Send
change = Change
cancel = Cancel
change-which = What should I change?
change-what = What it is about
change-where = Where it is
change-words = The description
change-nothing = Nothing, go back

report-saved = ✅ Thank you. This is report { $number }. You will hear from us by { $due }, and at every step before that.
    .sms = Thank you. Report { $number } saved. Answer by { $due }.
report-saved-urgent = 🚨 I have kept this as urgent report { $number } and told the city's staff. Don't wait for us: call the number above if anyone is in danger.
    .sms = Saved as urgent report { $number }; the city's staff are told. Don't wait for us: call the number above if anyone is in danger.
report-placed = Thank you, the place is now in report { $number }.
report-next = { $count ->
    [one] Now the other thing that you mentioned:
   *[other] Now the other things that you mentioned:
}
