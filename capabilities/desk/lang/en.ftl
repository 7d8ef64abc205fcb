desk-title = Help desks
desk-tonight = Tonight
desk-an-adult = an adult of the school
desk-you = You
desk-you-adult = You
desk-subject-maths = Maths
desk-subject-francais = French
desk-subject-langues = Languages
desk-subject-histoire = History and geography
desk-subject-sciences = Science
desk-subject-autre = Other
desk-mode-ecrit = In writing
desk-mode-appel = Call me
desk-mode-salle = In a room
desk-mode-salle-hint = With the microphone, the camera stays off
desk-wait-under = You will wait less than { $high } minutes.
desk-wait-between = You will wait between { $low } and { $high } minutes.
desk-wait-over = You will wait more than { $low } minutes.
desk-wait-late = The desk closes at { $time }. If your turn does not come before, your team will take up your request tomorrow.
desk-wait-pause = The adult will be back soon.
desk-wait-from = Nobody before { $time }.
desk-wait-nobody = Nobody any more tonight. Nothing is lost: your team takes up your request tomorrow and answers you here.
desk-refused-one = You already have a request under way.
desk-refused-closed = The desk has just closed. Come back tomorrow.
desk-refused-gone = This desk has just closed. Nothing was sent. You can send your request to: { $name }.
desk-refused-taken = A colleague was quicker, or nobody is waiting for your subjects any more.
desk-refused-duty = Open your duty first.
desk-refused-unclaimed = Nobody is helping this pupil: take the request first.
desk-refused-colleague = A colleague is helping this pupil now.
desk-refused-absent = This colleague is not there any more.
desk-refused-ended = This request is over.
desk-ask = Ask for help
desk-ask-lead = One of these three is enough.
desk-which = Which desk?
desk-ask-subject = Which subject is it?
desk-ask-blocks = What is blocking you?
desk-ask-blocks-hint = If you like. Example: “Exercise 12 page 87, I do not know where to start.”
desk-ask-show = Show us the exercise
desk-ask-film = Or a short video
desk-ask-mode = To answer you
desk-ask-number-hint = Example: 06 39 98 00 01. Only the adult who helps you sees it. It is erased afterwards.
desk-ask-send = Send my request
desk-say-what = Add a photo, your voice or a sentence, even a short one. Mistakes do not matter.
desk-say-subject = Choose a subject.
desk-say-number = Write a number of 10 digits that begins with 0.
desk-say-something = Write a word, or add a photo.
desk-too-long = Too long: { $n } characters, 500 at most.
desk-too-many-photos = Three photos at most.
desk-voice-long = One voice message only, of one minute at most.
desk-film-long = One video, of half a minute at most.
desk-mine = My request
desk-place = Your place in the queue
desk-paused = On a break until { $time }. Your place is kept.
desk-before = { $n ->
    [0] Nobody before you.
    [one] 1 pupil before you.
   *[other] { $n } pupils before you.
 }
desk-seen-at = Seen at { $time }.
desk-helps-you = Your turn: { $name } is helping you
desk-write-here = Write here, the answer comes by itself.
desk-room-soon = As soon as the room opens, the link shows on top of this page. Meanwhile you can write here.
desk-room-lead = The room is open. Your camera may stay off.
desk-room-enter = Enter the room
desk-call-soon = Your phone is about to ring: { $phone }
desk-call-missed = You were called, and nobody answered. Keep your telephone near you: there will be another try. You can also write below.
desk-call-number-lost = That number was not the right one. Write it again below.
desk-followup = Your team takes up your request
desk-followup-answered = Your team has answered you
desk-followup-answered-text = Read the answer below. You can still write.
desk-followup-told = Your team has answered your request ({ $subject }). The answer is in “My requests”.
desk-followup-told-family = The team has answered your child’s request for help ({ $subject }). Your child reads the answer in “My requests”.
desk-followed = Your team has taken up your request
desk-followed-text = An adult of the school is seeing to it with you.
desk-followed-answered = You can read the messages again here.
desk-followup-text = Nobody could finish answering tonight. An adult of the school will look at your request tomorrow.
desk-ended = It is over
desk-ended-text = { $name } was there for you. You were right to ask. You can read the messages again here.
desk-face = Was it useful?
desk-face-thanks = Thank you for your answer
desk-face-bien = Yes
desk-face-moyen = A little
desk-face-pas = Not really
desk-your-demand = Your request
desk-said = { $name }, { $time }
desk-photo-alt = Photo sent
desk-voice = Voice message
desk-film = Short video
desk-voice-seconds = { $n } seconds
desk-report = Report
desk-report-text = An adult of the school will read this message. You are right to say so when something bothers you.
desk-report-send = Report this message
desk-reported = You reported this message. An adult will read it.
desk-was-reported = Message reported
desk-unsent = This message was not sent:
desk-add = Add a detail
desk-answer = Your answer
desk-show-or-say = Add a photo or my voice
desk-show-or-say-adult = Add a photo or a voice message
desk-photo = A photo
desk-photo-adult = A photo
desk-send = Send
desk-send-adult = Send
desk-call-rather = Call me rather
desk-call-number = Your number
desk-call-me = Call me
desk-ring = Ring here
desk-number-change = Change the number
desk-number-save = Save this number
desk-pause = Take a break
desk-pause-end = I am back
desk-withdraw-short = Take back
desk-withdraw-what = my request
desk-withdraw = Take it back
desk-understood = I have understood, we are done
desk-past = My requests
desk-past-open = Read this request again
desk-past-none = No request yet
desk-past-none-text = The day an exercise blocks you, ask here.
desk-state-waiting = Waiting
desk-state-claimed = Under way
desk-state-done = Ended
desk-state-withdrawn = Taken back
desk-state-followup = For the team to take up
desk-state-followed = Taken up by the team
desk-none = No help desk yet
desk-none-text = The head or the digital referent can open one.
desk-board = Open the board
desk-settings = Desk settings
desk-duties-own = My duties
desk-from-to = { $from } to { $to }
desk-duty-open = Open
desk-duty-paused = On a break
desk-duty-planned = Planned
desk-followups = Requests to take up
desk-reports = Reported messages
desk-new = New help desk
desk-open-until = open until { $time }
desk-duty-pause = Take a break
desk-duty-close = Close my duty
desk-duty-begin = Open my duty
desk-duty-take = Take a duty
desk-sound = Sound
desk-announce = Announcement to those who wait
desk-announce-hint = It shows on their page, 120 characters at most. Empty, it goes away.
desk-announce-send = Publish the announcement
desk-announce-long = The announcement is too long: 120 characters at most.
desk-more = Other pages of the desk
desk-all = All desks
desk-waiting = waiting
desk-longest = longest
desk-adults = adults
desk-minutes = { $n } min
desk-min = min
desk-next = Take the next one
desk-you-help = You are helping
desk-group-open = Open the group
desk-open = Open the request
desk-alike = Same exercise
desk-alike-count = { $n } pupils, the first has been waiting for { $m } min
desk-explain-once = Explain once
desk-queue = Queue
desk-refresh = Refresh
desk-seen = , seen at { $time }
desk-queue-empty = Nobody is waiting
desk-queue-empty-text = A new request will show here by itself.
desk-queue-more = { $n ->
    [1] One more request waits: it comes here as the first ones are helped.
   *[other] { $n } more requests wait: they come here as the first ones are helped.
 }
desk-on-pause = On a break, place kept
desk-helped-already = Already helped tonight
desk-tick = Group { $name }
desk-take = Take
desk-take-this = Take this request
desk-gather = Group the ticked requests
desk-team = Tonight’s duties
desk-team-none = No duty tonight.
desk-subjects-all = All subjects
desk-since = Duration:
desk-asked-at = asked at { $time }
desk-call-how = The call
desk-call-repondu = Answered
desk-call-personne = No answer
desk-call-faux = Wrong number
desk-room-talk = Talk in a room
desk-room-back = Enter the room
desk-room-told = The pupil sees the link on their page.
desk-room-told-all = The room is open. Each pupil of the group sees the link on their page.
desk-room-yours = Open your room
desk-room-none = Your duty has no room: write the link in a message, or help in writing.
desk-your-answer = Your answer
desk-write-something = Write a word, or add a photo.
desk-outcome = How does it end?
desk-outcome-compris = Understood
desk-outcome-classe = To be seen again in class
desk-outcome-demain = To be followed tomorrow
desk-outcome-parti = The pupil was no longer there
desk-say-outcome = Choose how it ends.
desk-tag = The difficulty
desk-tag-consigne = Instruction
desk-tag-methode = Method
desk-tag-notion = Notion
desk-tag-technique = Technical
desk-end = End the request
desk-give-back = Give back to the queue
desk-hand-to = Hand over to
desk-hand-over = Hand over to this colleague
desk-followup-lead = The pupil gets your answer in their conversation, and a message tells them.
desk-followup-answer = Answer
desk-follow = Close: it is taken up
desk-history = Their earlier requests
desk-history-none = This is their first request.
desk-group-title = { $n ->
    [one] One request
   *[other] { $n } requests, one explanation
 }
desk-group-answer = Your explanation
desk-group-answer-hint = It arrives in the conversation of each pupil of the group.
desk-group-send = Send to all
desk-group-talk = Talk to all in a room
desk-group-talk-text = A room opens, and each pupil of the group sees the link on their page.
desk-group-room = Or the link of another room
desk-room-hint = A link that begins with https://
desk-group-room-send = Invite all to the room
desk-come-to-room = Come to the room, we explain it together: { $room }
desk-group-end = End all requests
desk-group-over = All requests of this group are over.
desk-say-room = Write the whole link: it begins with https:// and the name of a site, without a space, and without “@” before that name.
desk-duty-promise = Plan a duty
desk-duty-day = Day
desk-duty-from = From
desk-duty-to = To
desk-duty-subjects = Subjects
desk-duty-subjects-hint = Nothing ticked: all of them.
desk-duty-room = Link of your room, if you have one
desk-duty-open-now = Open now
desk-duty-save = Save for later
desk-duty-drop = Cancel
desk-say-from = Write a day and a time to begin, such as 17:30.
desk-say-until = Write a time to end, after the beginning, within four hours, and not yet past.
desk-followups-lead = What nobody could finish at the desk. Nothing is lost: answer the pupil or see them, then say that it is taken up.
desk-followups-none = Nothing to take up
desk-followups-none-text = A demand left without an answer appears here.
desk-reports-lead = A pupil found a message disturbing. To read it, say why: it is written down.
desk-reports-none = No reported message
desk-report-look = Read the conversation
desk-report-done = Dealt with
desk-inspect = Open a conversation
desk-inspect-lead = This conversation is between a pupil and the adult who helps. You may read it for 30 minutes if you say why. Your name, the time and the reason are kept for three years.
desk-reason = Why open it?
desk-reason-hint = Example: “Message reported by the pupil.”
desk-say-reason = Say why, in a sentence of at least 10 characters.
desk-inspect-open = Open
desk-inspected = This reading is written down.
desk-name = Name of the desk
desk-name-hint = Example: “The school’s help desk”
desk-names = The adult’s name, for pupils and parents
desk-names-full = Given and family name: Claire Auvray
desk-names-initial = Initial and family name: C. Auvray
desk-names-hidden = No name: an adult of the school
desk-school = School
desk-create = Create the desk
desk-save = Save
desk-say-name = Give the desk a name.
desk-schools = Schools
desk-school-in = Takes part
desk-school-asked = Invited, not agreed yet
desk-invite = Invite another school
desk-invite-hint = Its UAI code, such as 0140041U
desk-invite-send = Invite
desk-say-uai = This UAI code is not in the directory. Check the 7 digits and the letter.
desk-invited-here = Another school proposes to share its desk with you.
desk-invited-look = See the proposal
desk-invited = You are invited to share “{ $name }”
desk-accept = Accept
# used: desk-shown-* desk-tip-* desk-subject-* desk-mode-* desk-face-* desk-state-* desk-outcome-* desk-tag-* desk-call-* desk-names-* desk-refused-*
desk-evening-your-turn = Your turn
desk-evening-helps = { $name } is waiting for you
desk-evening-go-answer = Go there
desk-evening-see = See my request
desk-evening-no-desk = No help desk in your school
desk-evening-no-desk-text = Your school has not opened a help desk yet. Ask your form teacher.
desk-evening-open-until = Open until { $time }
desk-evening-closed = The help desk is closed
desk-evening-closed-text = Nobody tonight. Come back tomorrow, or ask your teacher in class.
desk-evening-there = { $n ->
    [one] One adult is here tonight.
   *[other] { $n } adults are here tonight.
 }
desk-evening-ask = Ask for help
desk-evening-who = Who is here tonight
desk-evening-here = Here
desk-evening-away = Back soon
desk-evening-later = Later
desk-evening-others = { $n ->
    [one] and one other adult
   *[other] and { $n } other adults
 }
desk-evening-meanwhile = While you wait, read the question again in a low voice: the first line often gives a clue.
desk-figures-direction = Evening help
desk-figures-direction-lead = The last 30 days, in numbers. No pupil is named here.
desk-figures-count-asked = requests
desk-figures-count-helped = helped
desk-figures-count-withdrawn = taken back
desk-figures-count-left = to take up
desk-figures-count-waited = average wait
desk-figures-count-good = “it helped me”
desk-figures-counts-none = No request yet
desk-figures-counts-none-text = Numbers come with the first evenings.
desk-figures-evening = Evening
desk-figures-last-day = Since yesterday
desk-figures-last-day-text = To read a conversation, one has to say why: it is written down.
desk-figures-open = Open
desk-figures-counted-at = Counted at { $time }.
desk-family-child-nothing = { $name } asked for nothing tonight
desk-family-child-waits = { $name } is waiting for help
desk-family-child-helped-now = An adult is helping { $name }
desk-family-child-helped = { $name } was helped
desk-family-child-followup = The team will help { $name } tomorrow
desk-family-child-withdrew = { $name } does not need help any more
desk-family-step-asked = { $name } asked for help: { $subject }.
desk-family-step-helped = Taken up by { $name }.
desk-family-step-minutes = { $n ->
    [0] Less than a minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
desk-family-end-compris = { $name } has understood.
desk-family-end-classe = It will be seen again in class.
desk-family-end-demain = The school’s team takes it up tomorrow.
desk-family-end-parti = { $name } was no longer there.
desk-family-end-done = It is over.
desk-family-end-withdrawn = { $name } took the request back.
desk-family-end-followup = The school’s team takes it up tomorrow.
desk-family-tonight = This evening
desk-family-week = See the week
desk-family-nothing-to-do = You have nothing to do.
desk-family-before = The days before
# used: desk-family-end-* desk-family-child-*
desk-way-desk = The help desk
desk-way-followups = To take up with pupils
desk-way-figures = Evening help in numbers
desk-way-mine = My requests
desk-family-note = You see when your child asks for help and how it ends. The messages stay between the child and the adult who helps.
desk-chapter = The help desk
desk-figure-pupils = Pupils helped
desk-figure-asked = Demands
desk-figure-helped = Demands helped
desk-figure-soon = Helped within 10 minutes
desk-figure-left = Taken up by the team
desk-figure-ecrit = Demands in writing
desk-figure-appel = Demands by telephone
desk-figure-salle = Demands in a room
desk-figure-good = Opinions “it helped me”
desk-chart-months = Demands, month by month
desk-chart-months-rows = Month
desk-chart-modes = Ways of being helped
desk-chart-modes-rows = Way
desk-chart-waits = Wait before help
desk-chart-waits-rows = Wait
desk-chart-helped = Helped
desk-chart-others = Not helped the same evening
desk-waited-5 = Less than 5 minutes
desk-waited-10 = From 5 to 10 minutes
desk-waited-20 = From 10 to 20 minutes
desk-waited-plus = More than 20 minutes
desk-presence = Help desk
# used: desk-chart-* desk-waited-*
# used: desk-card-*
desk-turn-call = { $about } is calling you: take your phone.
desk-turn-call-do = See
desk-turn-word = { $about } wrote to you and is waiting for your answer.
desk-turn-word-do = Answer
desk-turn-taken = { $about } has taken your request: come.
desk-turn-taken-do = Go there
desk-turn-pupil = { $about } wrote and is waiting for your answer.
desk-turn-pupil-do = Answer
desk-turn-waits = { $n ->
    [one] A pupil is waiting for help.
   *[other] { $n } pupils are waiting for help.
 }
desk-turn-waits-do = Help
desk-card-turn = It is your turn
desk-card-turn-more = An adult is looking after your question.
desk-card-turn-do = Go
desk-card-answer = Your team has answered you
desk-card-answer-more = Read the answer and write yours.
desk-card-answer-do = Read and answer
desk-card-waits = { $n ->
    [one] One pupil is waiting for help
   *[other] { $n } pupils are waiting for help
 }
desk-card-waits-more = { $minutes ->
    [0] For less than a minute
    [one] For a minute
   *[other] The first one for { $minutes } minutes
 }
desk-card-waits-do = Help
desk-card-helping = You are helping { $about }
desk-card-helping-more = { $minutes ->
    [0] For less than a minute
    [one] For a minute
   *[other] For { $minutes } minutes
 }
desk-card-helping-do = Go on
desk-card-open = Your duty has begun
desk-card-open-more = { $about }, until { $time }
desk-card-open-do = Open
desk-week-duty = Duty: { $name }
desk-card-duty = You are on duty
desk-card-duty-more = { $about }, until { $time }
desk-card-duty-do = Go to the desk
desk-card-next = Your next duty
desk-card-next-more = { $about }, { $day } at { $time }
desk-card-next-do = See
desk-card-followup = { $n ->
    [one] One request for help to take up
   *[other] { $n } requests for help to take up
 }
desk-card-followup-more = The oldest is from { $since }.
desk-card-followup-do = Take up
desk-card-report = { $n ->
    [one] One message reported by a pupil
   *[other] { $n } messages reported by pupils
 }
desk-card-report-more = Since { $since }
desk-card-report-do = Look
desk-card-invited = A help desk is offered to your school
desk-card-invited-more = { $about }
desk-card-invited-do = Answer
desk-pupil-help = Help asked for
# used: desk-barred-*
desk-barred-silent = Your family has not answered the school yet
desk-barred-text-silent = The help desk opens for you as soon as they say yes. The letter is at home, or in their messages.
desk-barred-refused = Your family chose that you do not take part
desk-barred-text-refused = It is their choice, and you did nothing wrong. They may change their mind at any time.
desk-barred-meanwhile = For your homework, talk to a teacher or to the school office.
desk-first-desk = A duty is promised
desk-first-desk-text = A teacher promises an hour, from their page “Week”: the first evening can begin.
# used: desk-treatment-*
desk-treatment-help = Demands for help in the evening
desk-treatment-help-for = To help a pupil with homework, and put an end to what hurts.
desk-treatment-help-whom = Pupils, adults who help.
desk-treatment-help-what = Subject, question, messages, photos, voices, number of a call (during the demand only), outcome, reports. Guardians see when and how it ends, not the messages.
desk-treatment-help-kept = Messages, photos and voices: 90 days after the demand ended; a reported message as long as its report.
desk-treatment-duty = Duties
desk-treatment-duty-for = To know who holds the help desk, and pay these hours.
desk-treatment-duty-whom = Staff who help.
desk-treatment-duty-what = Hours promised and held, subjects, room.
desk-ask-change = { $subject }, change
desk-ask-unsure = Not sure which subject? Take “Other”: an adult will look with you.
desk-ask-mode-ecrit = We write to you
desk-ask-mode-salle = We talk here
desk-ask-mode-appel = We call you
desk-way-photo = Photo
desk-way-photo-more = of your page
desk-way-voice = Voice
desk-way-voice-more = one minute
desk-way-write = Write
desk-way-write-more = a sentence
desk-shown-photo = A photo
desk-shown-voix = A voice message
desk-shown-video = A short video
desk-shown-rien = A request
desk-kept = Your request is kept
desk-reopens = The help desk opens again on { $day } at { $time }.
desk-next-evenings = The next evenings
desk-tip = While you wait
desk-tip-maths = Circle the word of the question you do not understand. That is often where it gets stuck.
desk-tip-francais = Read the sentence in a low voice and look for the verb. Who does the action?
desk-tip-langues = Look for a word you know in the sentence, then guess around it.
desk-tip-histoire = Look at the title, the date and the caption of the document. The answer often begins there.
desk-tip-sciences = Read the question in a low voice, and draw what it tells. A small sketch is enough.
desk-tip-autre = Read the question in a low voice. The first line often gives a clue.
desk-ended-again = Not over? Ask again
desk-ended-bravo = Well done, it is over
desk-help-who = Who sees my request?
desk-help-who-text = The adults of the school who help tonight, and nobody else. Your parents see that you asked for help, not the messages.
desk-help-nobody = What if my turn does not come?
desk-help-nobody-text = Your request is not lost. When the desk closes, an adult of your team takes it up, and answers you in “My requests”.
desk-evening-another = Another one
desk-evening-and = { $first } and { $last }
desk-evening-are-there = { $n ->
    [one] { $names } is there.
   *[other] { $names } are there.
 }
desk-done-asked = Your request has gone: { $what }.
desk-sent-photos = { $n ->
    [one] a photo
   *[other] { $n } photos
 }
desk-sent-voice = your voice
desk-sent-film = a video
desk-done-pause = It is break time: your place is kept.
desk-done-back = You are back in the queue.
desk-done-withdrawn = Your request is taken back.
desk-done-restored = Your request waits again, at its place.
desk-done-not-restored = Too late to put it back: make a new request.
desk-done-understood = Noted: you have understood.
desk-done-number = Noted: we call you on this number.
desk-done-noted = Noted.
desk-done-sent = Your message has gone.
desk-done-reported = Reported: an adult will read this message.
desk-done-claimed = This request is yours.
desk-done-given-back = The request is back in the queue, at its place.
desk-done-handed = Your colleague has this request now.
desk-done-answered = Your answer has gone.
desk-done-ended = The request is closed for good: the pupil can make another one.
desk-done-announced = Your announcement shows to those who wait.
desk-done-unannounced = The announcement is not shown any more.
desk-done-gathered = { $n ->
    [one] One request is yours.
   *[other] { $n } requests are yours, together.
 }
desk-done-ended-all = { $n ->
    [one] The request is closed.
   *[other] The { $n } requests are closed.
 }
desk-done-sent-all = { $n ->
    [one] Sent to one pupil.
   *[other] Sent to { $n } pupils.
 }
desk-done-duty-open = Your duty is open.
desk-done-duty-promised = Noted: duty on { $when }.
desk-done-duty-paused = Your duty is on a break: pupils see that you will be back.
desk-done-duty-closed = Your duty is closed.
desk-done-duty-dropped = This duty is cancelled.
desk-done-opened = The conversation is open to you for 30 minutes.
desk-done-followed = The request is closed: it is taken up.
desk-done-handled = It is dealt with.
desk-done-created = The help desk is made.
desk-done-saved = Saved.
desk-done-invited = The invitation has gone: { $name }.
desk-done-accepted = You now share this help desk.
desk-title-one = You already have a request
desk-title-closed = It is closed for tonight
desk-title-gone = This desk has just closed
desk-title-taken = Nobody to take
desk-title-duty = Your duty is not open
desk-title-unclaimed = This request still waits
desk-title-colleague = A colleague sees to it
desk-title-absent = This colleague has left
desk-title-ended = It is over
# used: desk-title-*
desk-chart-weeks = Requests helped each week
desk-look-waiting = { $n ->
    [one] one wait of more than 10 minutes
   *[other] { $n } waits of more than 10 minutes
 }
desk-look-unhelped = { $n ->
    [one] one request without an answer
   *[other] { $n } requests without an answer
 }
