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
signin-access-done-lien = { $name } is no longer linked to that portal. The next time they come, Préau asks again who it is, unless the school’s list says so: to shut that door for good, shut their access, below.
signin-portal-beside = Enter by the ENT or a portal
signin-portal-by = Enter with { $portal }
signin-portal-away = does not answer at the moment
signin-portal-which = Where do you come from?
signin-portal-which-text = Write the name of your school: its door opens.
signin-portal-none = One enters here with a card, or with a password for who works here.
signin-portal-again = Start again
signin-portal-card = Enter with a card
signin-portal-here = Is it you, { $name }?
signin-portal-here-adult = Is it you, { $name }?
signin-portal-me = Yes, it is me
signin-portal-not-me = It is not me
signin-portal-left = Leaving
signin-portal-left-here = Préau is closed. { $portal } closes too.
signin-portal-leave = Leave { $portal }
signin-portal-left-both = All is closed: Préau and { $portal }.
signin-portal-back-in = Back to Préau’s door
signin-portal-tie = Is it the same person?
signin-portal-tie-pupil = You came by { $portal }, then with your card: { $name }. Next time, { $portal } is enough.
signin-portal-tie-adult = You came by { $portal }, then entered here: { $name }. Next time, { $portal } is enough.
signin-portal-tie-yes = Yes, it is me
signin-portal-tie-no = No
signin-portal-tie-how = Do you have a Préau card?
signin-portal-tie-how-text = Enter now with your card: next time, the ENT is enough.
signin-portal-said-tied = Done: { $portal } now opens Préau.
signin-portal-said-not = Nothing was linked.
# used: signin-portal-how-*
signin-portal-how-feed = Recognised by the school’s list since { $date }
signin-portal-how-hand = Linked with their card or password on { $date }
signin-portal-untie = Undo
signin-portals-of = Portals
signin-portals-of-text = The accounts at portals that open Préau for this person.
# used: signin-portal-kind-*
signin-portal-kind-cas = CAS
signin-portal-kind-oidc = OpenID Connect
signin-portal-kind-saml = SAML 2.0
# used: signin-portal-unknown-*
signin-portal-unknown-title-unknown = Préau does not know you yet
signin-portal-unknown-title-several = Préau knows you twice
signin-portal-unknown-title-born = The date of birth is not the same
signin-portal-unknown-title-place = This is not your school’s door
signin-portal-unknown-title-staff = Enter with your password
signin-portal-unknown-title-shut = This door is closed for you
signin-portal-unknown-unknown = { $portal } says who you are, but your school’s list does not tell Préau.
signin-portal-unknown-several = The school’s list has two records of you. An adult of the school can make them one.
signin-portal-unknown-born = { $portal } and the school’s list do not give the same date of birth. To be safe, nothing was opened.
signin-portal-unknown-place = { $portal } opens the schools it looks after. Yours is not among them.
signin-portal-unknown-staff = { $portal } opens Préau to pupils and families. For your work, enter with your user name and your password.
signin-portal-unknown-said = { $portal } says: { $name }
signin-portal-unknown-code = See the adult who looks after accounts, and read them this code:
# used: signin-portal-no-*
signin-portal-no-title-away = This portal does not answer
signin-portal-no-title-turned = The portal did not let you through
signin-portal-no-title-nobody = Nobody is signed in to the portal
signin-portal-no-title-lost = This journey is over
signin-portal-no-title-again = This answer was used already
signin-portal-no-title-late = Too late
signin-portal-no-title-clock = The clocks do not agree
signin-portal-no-title-elsewhere = This answer is for another service
signin-portal-no-title-other = This answer comes from another portal
signin-portal-no-title-unsigned = This answer is not signed
signin-portal-no-title-forged = This signature is not the right one
signin-portal-no-title-weak = This signature is too weak
signin-portal-no-title-key = This portal’s key has changed
signin-portal-no-title-strange = This answer cannot be understood
signin-portal-no-title-setup = This portal is not set up right
signin-portal-no-away = { $portal } does not answer at the moment. The card still works.
signin-portal-no-turned = { $portal } did not say who you are. Start again, or enter with your card.
signin-portal-no-nobody = Sign in to { $portal } first, then start again.
signin-portal-no-lost = The way to { $portal } was begun elsewhere, or too long ago. Start again from here.
signin-portal-no-again = Each answer of { $portal } opens only once. Start again.
signin-portal-no-late = The answer of { $portal } came too late. Start again.
signin-portal-no-clock = { $portal }’s clock and ours do not say the same. Who administers Préau is told. The card still works.
signin-portal-no-elsewhere = What { $portal } sent is made for another service than Préau. Nothing was opened.
signin-portal-no-other = You left for { $portal }, and another portal answered. Nothing was opened. Start again from here.
signin-portal-no-unsigned = Nothing proves that this answer comes from { $portal }. Nothing was opened.
signin-portal-no-forged = This answer was not signed by { $portal }, or was changed on its way. Nothing was opened.
signin-portal-no-weak = { $portal } signs in a way that can be imitated (SHA-1, for one). Who administers can ask for CAS or OpenID Connect instead. The card still works.
signin-portal-no-key = Préau does not know { $portal }’s key. Try again in a minute. The card still works.
signin-portal-no-strange = Préau did not understand what { $portal } sent. Start again, or enter with your card.
signin-portal-no-setup = Something is missing in the settings of { $portal }. Who administers Préau is told. The card still works.
signin-strangers = Came by a portal, and unknown
signin-strangers-text = A portal says who it is, the school’s list does not. Find the person by the code they read from the screen, then mend the school’s list or give a card.
signin-strangers-none = Nobody came without being recognised.
# used: signin-strangers-why-*
signin-strangers-why-unknown = No key of the school’s list fits.
signin-strangers-why-several = Two records fit: make them one.
signin-strangers-why-born = The date of birth differs.
signin-portals = Portals
signin-portals-text = Where people come in besides cards and passwords: ENT, portals of the ministry. A portal says who a person is; what they are here, their school’s list says.
signin-portals-none = No portal. Cards and passwords work.
signin-portals-add = Add a portal
signin-portals-name = Name
signin-portals-name-hint = The one that families know
signin-portals-name-missing = Give the portal a name.
signin-portals-key = Word in the address
signin-portals-key-hint = As ent-du-lycee: letters, digits and hyphens. It does not change any more.
signin-portals-key-plain = Letters without accents, digits and hyphens, 30 at most.
signin-portals-key-taken = Another portal has this word.
signin-portals-unit = For whom
signin-portals-unit-hint = The code of the school (UAI), of the bassin, the département or the académie
signin-portals-unit-missing = No place where you administer has this code.
signin-portals-kind = It speaks
signin-portals-said-added = The portal is added. Nobody sees it before you open it: set it up, then test it.
signin-portals-said-changed = The settings are kept.
signin-portals-said-closed = The portal is closed. Whoever had come by it is out.
signin-portals-said-opened = The portal is open.
signin-portals-said-read = What the portal says of itself is read again.
signin-portals-closed = closed since { $date }
# used: signin-portals-trouble-*
signin-portals-trouble = { $why } ({ $when })
signin-portals-trouble-away = does not answer
signin-portals-trouble-clock = its clock is wrong
signin-portals-trouble-weak = signs with SHA-1 or in another weak way: ask for CAS or OpenID Connect
signin-portals-trouble-setup = settings to be looked at
signin-portals-trouble-key = signs with an unknown key
signin-portals-ends = its key ends on { $date }: ask for its new metadata
signin-portals-drift = { $n ->
    [one] its clock is { $n } second from ours
   *[other] its clock is { $n } seconds from ours
 }
signin-portals-ours = To give to whoever keeps the portal
signin-portals-ours-text = These addresses are to be copied there to the letter.
signin-portals-our-service = Address of the service
signin-portals-our-return = Return address (redirect_uri)
signin-portals-our-end = Sign-out address (backchannel_logout_uri)
signin-portals-our-left = Address after leaving (post_logout_redirect_uri)
signin-portals-our-metadata = Our metadata (entityID)
signin-portals-our-answer = Address for answers (ACS)
signin-portals-test = Test
signin-portals-test-text = You go through the portal with your own account, and Préau shows what it understood. Nothing is opened.
signin-portals-read = Read again
signin-portals-read-at = It answered on { $when }.
signin-portals-back = Back to the portal
signin-portals-written = This portal is written in the operator’s configuration: it is changed there.
signin-portals-settings = Settings
# used: signin-portals-address-*
signin-portals-address-cas = Address of the CAS
signin-portals-address-oidc = Issuer
signin-portals-address-saml = Address of the metadata
signin-portals-address-hint-cas = What stands before /login, as https://ent.example.fr/cas
signin-portals-address-hint-oidc = What stands before /.well-known/openid-configuration, to the letter
signin-portals-address-hint-saml = Or paste the metadata below
signin-portals-address-plain = The address must begin with https.
signin-portals-address-closed = This address leads into a closed network. The operator can open it in the configuration.
signin-portals-address-unreadable = This is not an address.
signin-portals-metadata = Metadata
signin-portals-metadata-hint = The XML, if there is no address
signin-portals-entity = Entity
signin-portals-entity-hint = Only if the metadata hold several
signin-portals-client = Préau’s name there (client_id)
signin-portals-secret = Shared secret
signin-portals-secret-kept = Kept. Leave empty to leave it as it is.
signin-portals-scopes = Scopes
signin-portals-scopes-hint = Besides openid, with a space between two
signin-portals-level = Level asked for
signin-portals-level-hint = acr_values or RequestedAuthnContext; mostly empty
signin-portals-subject = Attribute that names the person
signin-portals-subject-hint = Empty for the protocol’s own. It must be opaque and never change: no name, no address.
signin-portals-keys = Keys by which people are known
signin-portals-keys-hint = One a line, as ENTPersonJointure = aaf:70, FrEduCtRefId = educonnect, mail = courriel, birthdate = naissance
signin-portals-keys-unclear = This line is not clear: “{ $line }”. Write an attribute, the sign =, then aaf:70, educonnect, ine, ine-clair, courriel, naissance or a source such as gar:0610970Y.
signin-portals-staff = Staff come by this door too
signin-portals-p3 = Ask p3/serviceValidate
signin-portals-signed = What is said of the person must be signed (ProConnect)
signin-portals-nameless = Take an answer that does not say who it is from (ProConnect)
signin-portals-save = Keep
signin-portals-close = Close
signin-portals-close-text = Nobody comes by this portal any more, and whoever had come by it is out. The links are kept.
signin-portals-open = Open
signin-portals-open-text = Pupils and families will see this door.
signin-trial = Test: { $portal }
signin-trial-text = This is what the portal said of you, and what Préau understood. No session was opened.
signin-trial-who = It would be
signin-trial-key = { $n ->
    [one] one key { $source }
   *[other] { $n } keys { $source }
 }
signin-trial-no-key = No key: look at the lines “Keys by which people are known”.
signin-trial-born = a date of birth, which will be compared
signin-trial-drift = { $n ->
    [one] clocks { $n } second apart
   *[other] clocks { $n } seconds apart
 }
signin-trial-said = Received
signin-trial-name = Name
signin-trial-value = Value
signin-treatment-portals = Portals
signin-treatment-portals-for = Letting people in by the ENT or a portal, and out on both sides at once.
signin-treatment-portals-whom = Anybody who comes by a portal.
signin-treatment-portals-what = The portal’s opaque identifier (as a digest), dates of entry; of who is not recognised, the name given by the portal, for a month.
# used: signin-troubled-*
signin-troubled = A portal is not well
signin-troubled-more = { $about }: see what is wrong, before somebody stands before a closed door.
signin-troubled-do = See the portals
# used: signin-course-*
signin-course-framed = Préau opens beside
signin-course-framed-text = Inside the frame of another site, Préau cannot check that it is really you.
signin-course-framed-open = Open in a new tab
signin-course-of = A course of { $portal }
signin-course-is = This course is: { $group }.
signin-course-group-open = Open the group
signin-course-read = Read the list of the course
signin-course-read-text = Préau asks the platform who is in the course, and says who is known here. Nothing is kept.
signin-course-which = Which class or group is this course?
signin-course-which-again = Change the class or the group
signin-course-which-text = You say it once for the year. Those who come from this course will arrive there.
signin-course-group = Class or group
signin-course-group-missing = Choose a class or a group where you teach.
signin-course-tie = It is that one
signin-course-said-tied = Noted: this course is { $group }.
signin-course-marks = Marks sent back
signin-course-mark = Mark out of 20
signin-course-mark-send = Send back
signin-course-mark-wrong = Write a mark from 0 to 20, for somebody of the list that you have just read.
signin-course-mark-sent = { $mark } out of { $most }, { $date }: arrived.
signin-course-mark-waits = { $mark } out of { $most }, { $date }: on its way.
signin-course-mark-lost = { $mark } out of { $most }, { $date }: the platform did not take it.
signin-course-said-mark = The mark is leaving. If the platform does not answer, Préau tries again.
signin-course-back = The course
signin-course-known = { $all ->
    [one] One person in the course, { $n } in { $group }.
   *[other] { $all } people in the course, { $n } in { $group }.
}
signin-course-more = The platform has others, who are not shown.
signin-course-unnamed = Without a name
signin-course-teaches = Teaches
signin-course-here = Known here
signin-course-not-here = Not known here
signin-course-away = The platform does not answer, or does not want to say who is in the course. Nothing was read.
signin-portal-kind-lti = LTI 1.3 (Moodle, Éléa, M@gistère)
signin-portals-address-lti = Platform (issuer)
signin-portals-address-hint-lti = To the letter, such as https://moodle.example.fr
signin-portals-our-tile = Address of the tile of the ENT
signin-portals-our-target = Tool address (tool URL)
signin-portals-our-login = Login address (initiate login URL)
signin-portals-our-redirect = Redirection address (redirection URI)
signin-portals-our-keys = Address of our keys (public keyset URL)
signin-portals-deployments = Deployments
signin-portals-deployments-hint = The identifiers that the platform gives (deployment ID), with spaces between
signin-portals-auth = Authentication address
signin-portals-auth-hint = Authentication request URL
signin-portals-token = Token address
signin-portals-token-hint = Access token URL
signin-portals-jwks = Address of its keys
signin-portals-jwks-hint = Public keyset URL
signin-portals-test-lti = Reading again reads the platform’s keys and makes ours. Then open the portal, and the tool from a course.
signin-treatment-courses = Courses of other platforms
signin-treatment-courses-for = Arrive in one’s class from a course, and send a mark back there.
signin-treatment-courses-whom = Pupils and staff who come from a course.
signin-treatment-courses-what = The course from which a session comes, the class that it is, who said so; the marks sent back, under the platform’s identifier.
