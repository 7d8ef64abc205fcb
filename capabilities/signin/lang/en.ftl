signin-title = Come in with your card
signin-title-card = Come in with a card
signin-enter = Come in
signin-scan = The easy way: open your phone’s camera and point it at the black and white square of your card. If you cannot, write your code here.
signin-code = Card code
signin-code-hint = Three pieces, like pomme-42718-lune
signin-code-missing = Write the code of your card.
signin-pin = Secret code
signin-pin-hint = 4 digits. The first time, leave it empty and write the key: you choose it just after.
signin-pin-or-key = Write your secret code, 4 digits. If your card has never been used, write its key.
signin-key = Key of the card
signin-key-hint = The 6 signs under the code, like k7r-2mf. The first time only, or when Préau asks for it.
signin-key-first = Key: { $key }
signin-key-wanted = There were too many tries. Aim at the square of your card, or write its key too: the 6 signs under the code.
signin-pin-only-hint = The 4 digits that only you know
signin-pin-missing = Write your secret code, 4 digits.
signin-pin-wrong = This is not the right secret code. Try again.
signin-wrong = This is not the right code
signin-wrong-wait = Wait a little
signin-card-wrong = The code of the card, its key or the secret code is wrong. Look at your card and try again. If it has never been used, its key is needed too.
signin-kept = What you have just written is kept for a day: come in, and the page gives it back.
signin-kept-adult = What you have just written is kept for a day: come in, and the page gives it back.
signin-wait = { $n ->
    [one] Too many tries. Wait one minute, then start again.
   *[other] Too many tries. Wait { $n } minutes, then start again.
 }
signin-lost = I lost my card or my code
signin-lost-text = Ask an adult of your school for a new card. The old one will stop working.
signin-forgot = I forgot my secret code
signin-forgot-text = Ask an adult of your school for a new card. You will choose a new secret code.
signin-like-this = Your card looks like this
signin-example-place = 5e B, Collège des Falaises
signin-keep = Keep it in your notebook. Never lend your secret code, even to a friend.
signin-adult-ask = Do you work in a school?
signin-adult-way = Come in with a password
signin-device = This device is…
signin-device-own = Mine
signin-device-own-text = I stay signed in for a month
signin-device-shared = My family’s
signin-device-shared-text = Each comes in beside the others, until tonight
signin-device-school = Everybody’s
signin-device-school-text = At school, at the library: two hours
signin-pin-title = Your secret code
signin-choose-title = Choose your secret code
signin-choose-text = This card is used for the first time. Choose 4 digits that are easy for you and hard for others. Do not write them on the card.
signin-pin-new = Your secret code
signin-pin-new-hint = 4 digits, not your date of birth
signin-pin-again = Once more
signin-pin-shape = It takes 4 digits.
signin-pin-differ = The two codes are not the same.
signin-pin-common = This code is too easy to guess. Choose another one.
signin-pin-birth = Your friends know your date of birth. Choose another code.
signin-pin-taken = This card already has a secret code. Write it.
signin-dead = This card no longer works
signin-dead-text = Ask an adult of your school for a new card.
signin-here = Signed in on this device
signin-switch-to = { $who }, on this device since { $hour }
signin-switch-title = Your turn?
signin-pin-of = Secret code of { $who }
signin-adult-title = Come in with a password
signin-adult-text = For those who work in a school or for the académie. Parents come in with their card.
signin-user = User name
signin-user-hint = Like c.auvray
signin-password = Password
signin-adult-device = This device is
signin-adult-own = Mine
signin-adult-work = A shared computer
signin-adult-work-text = Ten hours, or until the browser is closed
signin-password-wrong = The user name or the password is wrong.
signin-password-lost = Forgotten password
signin-password-lost-text = Ask whoever administers Préau in your school to give you a new one.
signin-busy = Many people are coming in right now. Try again in a minute.
signin-double-title = Code of the application
signin-double-code = 6-digit code
signin-double-code-hint = The one your application shows, or one of your recovery codes
signin-double-wrong = This code is wrong, or was used before. Wait for the next one.
signin-double = Second step on entering
signin-double-on = The second step is in place.
signin-double-must = You administer Préau: the second step is required. Set it up to go on.
signin-double-must-keep = You administer Préau: it cannot be taken away.
signin-double-change = Change it
signin-double-off = Take the second step away
signin-double-text = After the password, Préau will ask for a code that your phone shows. Whoever steals the password does not come in.
signin-double-first = First, point at this square
signin-double-scan = With an application for codes: FreeOTP, Aegis, 2FAS…
signin-double-letters = I cannot point: show the letters
signin-double-then = Then write the code
signin-double-shown = The code the application shows
signin-double-shown-hint = 6 digits, it changes every 30 seconds
signin-double-start = Set it up
signin-double-state-on = in place
signin-double-state-off = not yet
signin-recovery = Your recovery codes
signin-recovery-text = If you lose your phone, each of these codes lets you in once. They will not be shown again: print them or copy them now.
signin-recovery-renew = New recovery codes
signin-recovery-kept = I have kept them
signin-print = Print
signin-account = My account
signin-leave = Sign out
signin-sessions = Signed-in devices
signin-session-this = this device
signin-session-since = Came in: { $when }
signin-session-seen = Seen: { $when }
signin-session-end = Sign out
signin-session-others = Sign out all the others
signin-channel = Choose how the school reaches you
signin-language = Language
signin-keyboard = Keyboard
signin-keyboard-text = The / key leads to the search, wherever you are.
signin-keyboard-slash = / key to search
signin-safety = Safety
signin-password-change = Change password
signin-password-now = Present password
signin-password-new = New password
signin-password-new-hint = At least { $n } characters. A sentence is easy to remember.
signin-password-again = Once more
signin-password-others = Your other devices will be signed out.
signin-password-short = The new password is too short: 12 characters at least.
signin-password-long = The new password is too long: 200 characters at most.
signin-password-plain = This password is too easy to guess: many people choose one like it. A sentence of four words will do.
signin-password-same = The new password is the same as the old one.
signin-password-must = This password was given to you: somebody else has read it. Choose your own to go on.
signin-password-differ = The two passwords are not the same.
signin-on-android = Android phone
signin-on-tablet = Android tablet
signin-on-iphone = iPhone
signin-on-ipad = iPad
signin-on-chromebook = Chromebook
signin-on-windows = Windows computer
signin-on-mac = Mac
signin-on-linux = Linux computer
signin-on-other = Unknown device
# used: signin-role-*
signin-role-pupil = Pupil
signin-role-teacher = Teaching
signin-role-documentalist = School library
signin-role-vie-scolaire = School office
signin-role-aed = School assistant
signin-role-aesh = Support assistant (AESH)
signin-role-referent = Digital referent
signin-role-psyen = Psychologist or social worker
signin-role-head = School head
signin-role-director = Primary school head
signin-role-inspector = Inspection
signin-role-erun = Digital adviser
signin-role-trainer = Training
signin-role-pilot = Académie steering
signin-role-admin = Préau administration
signin-role-association = Association
signin-role-tutor = Company tutor
signin-role-elected = Elected official
signin-role-delegate = Parents’ representative
signin-role-partner = Partner
signin-role-guardian = Guardian
signin-cards-of = Cards of { $class }
signin-cards-of-guests = Cards of the guests, { $group }
signin-cards-whose = Whose cards
signin-cards-pupils = Pupils
signin-cards-guardians = Guardians
signin-cards-nobody = Nobody here
signin-cards-nobody-text = People come with the import.
signin-cards-text = A4 sheets of 10 cards. Print without changing the scale, then cut along the lines. The secret code is not printed: each person chooses theirs on coming in for the first time.
signin-cards-missing = { $n ->
    [one] Make the missing card
   *[other] Make the { $n } missing cards
 }
signin-cards-list = State of the cards
signin-cards-name = Name
signin-cards-born = Born
signin-cards-answers = Answers for
signin-cards-class = Class
signin-cards-code = Code of the card
# used: signin-trail-*
signin-trail-pupil-made = A pupil’s first card, made.
signin-trail-pupil-reissued = A pupil’s card made anew: the old one is dead.
signin-trail-pupil-revoked = A pupil’s card revoked.
signin-trail-guardian-made = A guardian’s first card, made.
signin-trail-guardian-reissued = A guardian’s card made anew: the old one is dead, the new one signs nothing for a day, and the guardian is told.
signin-trail-guardian-revoked = A guardian’s card revoked.
signin-trail-guest-made = A guest’s first card, made.
signin-trail-guest-reissued = A guest’s card made anew: the old one is dead, and the guest is told.
signin-trail-guest-revoked = A guest’s card revoked.
signin-cards-state = Card
signin-cards-used = Last entry
signin-cards-do = Change
signin-card-none = no card
signin-card-made = card made
signin-card-pin = secret code chosen
signin-card-revoked = revoked
signin-card-make = Make
signin-card-reissue = Make anew
signin-card-revoke = Revoke
signin-cards-all = Make all cards anew, or revoke them all
signin-cards-all-text = The cards of this list stop working at once, and those who came in with them must come in again.
signin-cards-reissue = Make all anew
signin-cards-revoke = Revoke all
signin-cards-sheet = Sheet { $n } of { $of }
signin-handed-text = List for the adult who hands out the cards. It says whose each card is: keep it, do not hand it out.
signin-handed-sheet = Sheet
signin-handed-says = On the card
signin-handed-done = Handed
# used: signin-on-*
# used: signin-access-done-*
signin-access = Access of { $name }
signin-access-text = What you do here is written in the trail, and the person is told.
signin-access-done-nom = Done: { $name } now comes in with { $login }. Tell them.
signin-access-done-sessions = Done: { $name } is signed in nowhere any more, and must come in again.
signin-access-done-double = Done: the second step of { $name } is taken away. It is to be set up again.
signin-access-done-blocage = Done: the access of { $name } is closed, everywhere and at once.
signin-access-done-deblocage = Done: { $name } can come in again.
signin-access-sessions = { $n ->
    [0] No open session.
    [one] One open session.
   *[other] { $n } open sessions.
 }
signin-access-close = Close all sessions
signin-access-cards = See, print or remake their card
signin-login-hint = Letters without accents, digits, points: like m.duchemin
signin-login-change = Change the name
signin-login-none = No user name yet: it comes with the first password.
signin-login-shape = A user name has 3 to 60 characters: letters without accents, digits, and . - _ @
signin-login-taken = Somebody comes in with { $login } already. These names are free: { $others }.
signin-password-given = Given on paper or by the import, not changed yet. It opens once, until { $day }.
signin-password-given-over = Given, never changed: it opens no more.
signin-password-own = The person has chosen their own.
signin-password-none = No password yet.
signin-slip-make = Make a new password
signin-slip-first = Make their first password
signin-slip-first-text = It is printed on a sheet, to be handed over in person.
signin-slips-print = To print: the menu of your browser, then “Print”.
signin-help-text-adult = A password or a telephone is lost: these people let you in again.
signin-help-nobody-adult = Nobody is named here yet: ask who administers Préau, at the académie.
signin-slip-make-text = It is printed on a sheet, to be handed over in person. The old one opens no more, and sessions are closed.
signin-second-since = In place since { $day }.
signin-second-take-text = When the telephone and the recovery codes are lost. Before, make sure who asks: call back a number that is known, or see the person. Sessions are closed.
signin-block = Close the access
signin-block-on = Access closed
signin-block-since = { $when }, by { $who }
signin-block-text = The person comes in no more, by card or by password, and their sessions are closed. They are told that their access is closed, without the reason.
signin-block-reason = Reason
signin-block-reason-hint = Kept in the trail. The person may ask to read it.
signin-block-why = Write why, in a few words.
signin-block-do = Close the access
signin-block-end = Open the access again
signin-block-end-text = The person comes in again with what they had.
signin-team = First passwords
signin-team-lead = The people of the team who have none yet. A sheet each, to be printed and handed over in person.
signin-team-none = The whole team has a password.
signin-team-whose = { $n ->
    [one] One person has none
   *[other] { $n } people have none
 }
signin-team-make = Make the sheets
signin-slips = { $n ->
    [one] One sheet to hand over
   *[other] { $n } sheets to hand over
 }
signin-slips-back = Back
signin-slips-once = These passwords will not be shown again. Print now.
signin-slips-text = One sheet for each person. Hand it over in person: whoever reads it can come in.
signin-slips-kept = I have printed
signin-slips-many = That is too many at once: choose fewer people.
signin-slips-nobody = None of these people comes in with a password: the others have a card.
signin-slip-of = Sheet of { $name }
signin-slip-what = Here is what you need to come into Préau.
signin-slip-password = Password, for one time
signin-slip-until = It opens once, until { $day } included.
signin-slip-go = Go to this address:
signin-slip-type = Write the user name and the password as they are here, in small letters, with the hyphens. There is no zero, no one, no O and no I.
signin-slip-choose = Choose your own password at once: at least 12 characters. A sentence is easy to remember.
signin-slip-tear = Tear this sheet up.
signin-slip-late = The day is over, or the sheet was used already? Ask the person who gave it to you for another one.
signin-trail-password = New password given on paper; sessions are closed, and the person is told.
signin-trail-by-code = Password changed with a code sent to the person; sessions are closed.
signin-trail-second = Second step taken away; sessions are closed, and the person is told.
signin-trail-sessions = All sessions closed, and the person is told.
signin-trail-renamed = User name changed: { $before } becomes { $after }.
signin-trail-blocked = Access closed: { $reason }
signin-trail-unblocked = Access opened again.
# used: signin-shut-*
signin-shut-left-pupil = Your account has been closed since { $day }: ask { $who }.
signin-shut-left-adult = Your account has been closed since { $day }: ask { $who }.
signin-shut-blocked-pupil = Your access has been closed since { $day }: ask { $who }.
signin-shut-blocked-adult = Your access has been closed since { $day }: ask { $who }.
signin-shut-early-pupil = Your account is not open yet: ask { $who }.
signin-shut-early-adult = Your account is not open yet: ask { $who }.
signin-given-over = This password was given to you, and opens no more: it was used already, or its last day is over. Ask { $who } for another one.
# used: signin-whom-role-* signin-whom-nobody-* signin-whom-at-*
signin-whom = Who helps me come in?
signin-whom-at-pupil = { $school }: ask { $who }.
signin-whom-at-adult = { $school }: ask { $who }.
signin-whom-one = { $name } ({ $role })
signin-whom-or = or
signin-whom-role-referent = digital referent
signin-whom-role-vie-scolaire = school office
signin-whom-role-head = head’s office
signin-whom-above = whoever administers Préau, at the académie
signin-whom-nobody-pupil = an adult of your school
signin-whom-nobody-adult = the head of your school
signin-whom-other = That is not my school
signin-whom-school = Your school
signin-whom-school-adult = Your school
signin-whom-school-hint = The beginning of its name, or its code, like 0140041U
signin-whom-find = Search
signin-help-text = Card lost, secret code or password forgotten: these adults let you in again.
signin-help-nobody = Nobody is named here yet: ask the head of the school.
signin-help-found = Schools found
signin-help-more = { $n ->
    [one] And another one: write a few more letters.
   *[other] And { $n } others: write a few more letters.
 }
signin-help-nothing = No school has this name. Write the beginning of a word of its name, or its code.
signin-help-code = Forgotten password: receive a code
signin-forgot-code = Write your user name. If you chose to be reached by e-mail or SMS, a code comes to you.
signin-forgot-send = Receive a code
signin-forgot-user = Write your user name.
signin-sent = The code you received
signin-sent-text = If this name is yours and you chose e-mail or SMS, a code has just left. It is good for ten minutes, and three tries.
signin-sent-hint = The one of the e-mail or the SMS
signin-sent-wrong = { $n ->
    [0] This code is wrong, and it was the last try. Ask for another code.
    [one] This code is wrong. One try is left.
   *[other] This code is wrong. { $n } tries are left.
 }
signin-sent-over = This code is not looked at any more: it was used, or its time is over. Ask for another code.
signin-sent-nothing = Nothing comes? Ask an adult of your school: they can give you a new password.
signin-first-cards = Cards are made
signin-first-cards-text = Each class has its sheet of cards, to print and hand out.
# used: signin-treatment-*
signin-treatment-access = Cards and passwords
signin-treatment-access-for = To let each one in, and nobody in their place.
signin-treatment-access-whom = Everybody who has a way in.
signin-treatment-access-what = Code of the card, user name, digests of the PIN and the password, second step; never in clear.
signin-treatment-access-kept = Passwords and second steps: until the person is erased.
signin-treatment-sessions = Sessions and blocks
signin-treatment-sessions-for = To know who is signed in, to slow down whoever guesses a code, to close a way in.
signin-treatment-sessions-whom = Everybody who has a way in.
signin-treatment-sessions-what = Device and browser, beginning and end of a session, wrong guesses (under a digest), blocks and their reason.
signin-said-others = Done: you are signed in on this device only.
signin-said-session = Done: that device is signed out.
signin-said-password = Done: your password is changed. Your other devices are signed out.
signin-said-out = Done: nobody is signed in on this device any more.
signin-said-out-family = Done: this space is closed. The others of the family stay signed in here.
signin-said-second-on = The second step is already in place.
signin-said-second-off = Done: the second step is removed. Your password is now enough to enter.
signin-said-made = { $n ->
    [0] Everybody has a card already.
    [one] One card is made: print it.
   *[other] { $n } cards are made: print them.
 }
signin-said-reissued = { $n ->
    [0] No card is made anew.
    [one] The card is made anew: the old one no longer works, print the new one.
   *[other] { $n } cards are made anew: the old ones no longer work, print the new ones.
 }
signin-said-revoked = { $n ->
    [0] There was no card to revoke.
    [one] The card is revoked: it no longer works.
   *[other] { $n } cards are revoked: they no longer work.
 }
signin-trail = What was done about me
