difficulty-title = A difficulty
difficulty-lead-tu = Is something keeping you from working in the evening? Say it here. An adult of the school will see to it.
difficulty-lead-vous = Is something in your way, from the network to the language? Say it here. Somebody of the school will see to it and answer you.
difficulty-mine-tu = What you said
difficulty-mine-vous = What you said
difficulty-settled = Already settled
difficulty-new = Say a difficulty
difficulty-which = What is it about?
difficulty-which-child = For whom?
difficulty-all-children = The whole family
difficulty-text = In a few words
difficulty-text-hint-tu = If you like: what happens, and since when.
difficulty-text-hint-vous = If you like: what happens, and since when.
difficulty-show = Show
difficulty-if-tu = if you like
difficulty-if-vous = if you like
difficulty-photo = Take a photo
difficulty-photo-alt = Photo joined
difficulty-send = Send
difficulty-kind-sign-in = Signing in
difficulty-kind-device = The tablet, the computer
difficulty-kind-line = The network
difficulty-kind-tool = A tool
difficulty-kind-place = A place to work
difficulty-kind-language = The language
difficulty-kind-loan = A device on loan
difficulty-kind-other = Something else
difficulty-state-new = Received
difficulty-state-taken = Being seen to
difficulty-state-waiting = Answer awaited
difficulty-state-closed = Settled
difficulty-entered-page = Through the page
difficulty-entered-phone = By telephone
difficulty-entered-paper = On paper
difficulty-entered-colleague = Said to a colleague
difficulty-entered-slice = Through another page
difficulty-me = Me
difficulty-said = { $name }, { $date } at { $time }
difficulty-between-us = Between us: the family does not see this.
difficulty-log = What was said
difficulty-about = For { $name }
difficulty-for = for { $name }
difficulty-closed-tu = It is settled. The answer is below.
difficulty-closed-vous = It is settled. The answer is below.
difficulty-keeper-tu = { $name } is seeing to it. The answer will come here.
difficulty-keeper-vous = { $name } is seeing to it. The answer will come here.
difficulty-keeper-nobody-tu = The school has received what you said.
difficulty-keeper-nobody-vous = The school has received what you said.
difficulty-answer-please-tu = Your answer is awaited: write it below.
difficulty-answer-please-vous = Your answer is awaited: write it below.
difficulty-add = Add a word
difficulty-reopen = Open again
difficulty-reopen-tu = Not settled?
difficulty-reopen-vous = Not settled?
difficulty-reopen-text = What is still wrong
difficulty-late-tu = It was settled over a month ago. If it comes back, say a new difficulty.
difficulty-late-vous = It was settled over a month ago. If it comes back, say a new difficulty.
difficulty-desk = Families’ difficulties
difficulty-desk-lead = Each difficulty has somebody who sees to it, a state, and a closing word that the family receives.
difficulty-note = Note a difficulty
difficulty-note-for = { $name }, { $class }
difficulty-note-save = Note
difficulty-views = See
difficulty-view-ouvertes = Open
difficulty-view-miennes = Mine
difficulty-view-attente = Waiting
difficulty-view-closes = Settled
difficulty-none = Nothing here
difficulty-none-ouvertes = No difficulty is open.
difficulty-none-miennes = You have no open difficulty to see to.
difficulty-none-attente = No family’s answer is awaited.
difficulty-none-closes = No difficulty has been settled yet.
difficulty-count = { $n ->
    [one] 1 difficulty
   *[other] { $n } difficulties
 }
difficulty-settled-at = settled on { $date }
difficulty-kept-by = { $name } sees to it
difficulty-kept-by-nobody = nobody sees to it
difficulty-age-minutes = { $n ->
    [0] just now
    [one] for 1 minute
   *[other] for { $n } minutes
 }
difficulty-age-hours = { $n ->
    [one] for 1 hour
   *[other] for { $n } hours
 }
difficulty-age-days = { $n ->
    [one] for 1 day
   *[other] for { $n } days
 }
difficulty-classes = Classes
difficulty-back = Back
difficulty-which-class = Which class?
difficulty-which-pupil = Which pupil?
difficulty-pupils = { $n ->
    [one] 1 pupil
   *[other] { $n } pupils
 }
difficulty-no-class = No class
difficulty-no-pupil = No pupil in this class
difficulty-who-speaks = Who is speaking?
difficulty-how = How did you hear of it?
difficulty-text-noted = What was said
difficulty-whose = From
difficulty-child = For
difficulty-class = Class
difficulty-entered = Received
difficulty-since = Open
difficulty-keeper = Sees to it
difficulty-owner = Who sees to it?
difficulty-take = I see to it
difficulty-give = Give
difficulty-give-to = Give to
difficulty-give-teacher = A teacher
difficulty-word = A word
difficulty-shown = The person sees this word
difficulty-shown-legend = Who sees this word
difficulty-write = Write
difficulty-ask-family = Write and wait for the answer
difficulty-closing = The closing word
difficulty-closing-hint = The person receives it as it is: say simply what was done.
difficulty-close = Settle
difficulty-closing-said = The closing word
difficulty-questions = Questions to the referent
difficulty-questions-lead = A question about a tool or a device? The referent answers, and the answer serves the whole team.
difficulty-questions-mine = My questions
difficulty-answered = Answered
difficulty-answered-none = No answer yet
difficulty-answered-none-text = The team’s questions will appear here with their answers.
difficulty-search = Search
difficulty-search-go = Search
difficulty-search-none = Nothing with these words
difficulty-search-none-text = Try a single word, or ask the question.
difficulty-ask = Ask a question
difficulty-ask-about = About
difficulty-ask-text = Your question
difficulty-ask-hint = Without a pupil’s name: the team will read the question with its answer.
difficulty-ask-send = Ask
difficulty-asked = The question
difficulty-answer = The answer
difficulty-school = School
difficulty-schools = Schools
difficulty-referent = Digital referent
difficulty-stat-questions = Open questions
difficulty-stat-families = Families in difficulty
difficulty-stat-oldest = The oldest
difficulty-stat-lent = Devices lent
difficulty-stat-late = Late
difficulty-families = Families’ difficulties
difficulty-see-all = See all difficulties
difficulty-colleagues = Colleagues’ questions
difficulty-see-answered = Questions already answered
difficulty-colleagues-none = No question
difficulty-colleagues-none-text = Your colleagues await no answer.
difficulty-equipment = The equipment
difficulty-equipment-lead = Say what the school owns and what works. What is lent is counted by itself.
difficulty-equipment-caption = State of the equipment
difficulty-equipment-change = Update
difficulty-equipment-none = Nothing is noted
difficulty-equipment-none-text = Note what the school owns, to know what may be lent.
difficulty-thing = Device
difficulty-thing-tablet = Tablet
difficulty-thing-laptop = Laptop
difficulty-thing-hotspot = 4G key
difficulty-thing-headset = Headset with microphone
difficulty-thing-other = Other device
difficulty-things-tablet = Tablets
difficulty-things-laptop = Laptops
difficulty-things-hotspot = 4G keys
difficulty-things-headset = Headsets with microphone
difficulty-things-other = Other devices
difficulty-thing-note = Note
difficulty-total = In all
difficulty-working = Working
difficulty-lent = Lent
difficulty-left = Available
difficulty-left-n = { $n ->
    [one] 1 available
   *[other] { $n } available
 }
difficulty-save = Save
difficulty-loans = Loans
difficulty-loans-none = Nothing is lent.
difficulty-lend = Lend a device
difficulty-lend-what = What?
difficulty-lend-to = To whom?
difficulty-lend-until = Until
difficulty-lend-until-hint = Leave it empty if there is no date.
difficulty-lend-save = Lend
difficulty-lent-at = Lent on { $date }
difficulty-due = due on { $date }
difficulty-late = Late
difficulty-take-back = Given back
difficulty-nothing-left = Nothing to lend
difficulty-nothing-left-text = No working device is available.
difficulty-figures = Difficulties in figures
difficulty-figures-lead = Since { $date }. These are numbers: no family is named.
difficulty-figures-none = No figures yet
difficulty-figures-none-text = No difficulty was said since the beginning of the school year.
difficulty-figures-kinds = By subject
difficulty-figures-schools = By school
difficulty-figures-kind = Subject
difficulty-opened = Said
difficulty-still-open = Open
difficulty-ended = Settled
difficulty-median = Median delay
difficulty-all = In all
difficulty-hours = { $n } h
difficulty-say-kind-tu = Choose what it is about.
difficulty-say-kind-vous = Choose what it is about.
difficulty-say-what-tu = Write a sentence to say what happens.
difficulty-say-what-vous = Write a sentence to say what happens.
difficulty-say-something-tu = Write a word.
difficulty-say-something-vous = Write a word.
difficulty-say-closing = Write the closing word: the person must know what was done.
difficulty-say-entered = Say how you heard of it.
difficulty-say-number = Write a number from 0 to 9999.
difficulty-more-work = Not so many can work: check both numbers.
difficulty-say-thing = Choose what is lent.
difficulty-say-due = Write a date to come, or leave it empty.
difficulty-too-long = This is too long: { $n } characters, 500 at most.
difficulty-too-many-photos = Three photos at most.
difficulty-no-school = No school is known for this child. Call the school’s office.
difficulty-refused-closed = This difficulty is already settled.
difficulty-refused-open = This difficulty is already open.
difficulty-refused-late = It was settled over a month ago: a new one must be said.
difficulty-refused-none-left = None that works is left.
difficulty-notice-word-tu = Your difficulty ({ $kind }) has an answer: { $text }
difficulty-notice-word-vous = The school has answered your difficulty ({ $kind }): { $text }
difficulty-notice-word-colleague = The referent has answered your question ({ $kind }): { $text }
difficulty-notice-closed-tu = Your difficulty ({ $kind }) is settled: { $text }
difficulty-notice-closed-vous = Your difficulty ({ $kind }) is settled: { $text }
difficulty-notice-closed-colleague = Answer to your question ({ $kind }): { $text }
difficulty-notice-answer = An answer has come on a difficulty you follow ({ $kind }).
difficulty-notice-again = A difficulty you follow was opened again ({ $kind }).
difficulty-notice-yours = A difficulty is given to you ({ $kind }).
difficulty-notice-new = A new difficulty awaits you ({ $kind }).
difficulty-way-tell = Tell of a difficulty
difficulty-way-care = Difficulties and loans
difficulty-way-question = Ask the referent
difficulty-way-figures = Difficulties in numbers
difficulty-chapter = Families’ difficulties
difficulty-figure-told = Difficulties told
difficulty-figure-closed = Difficulties closed
# used: difficulty-card-*
difficulty-card-answer = The school is waiting for your answer
difficulty-card-answer-more = About the difficulty you told it of
difficulty-card-answer-do = Answer
difficulty-card-answer-you = Your school is waiting for your answer
difficulty-card-answer-you-more = About the difficulty you told it of
difficulty-card-answer-you-do = Answer
difficulty-card-new = { $n ->
    [one] One difficulty nobody is seeing to yet
   *[other] { $n } difficulties nobody is seeing to yet
 }
difficulty-card-new-more = The oldest is from { $since }.
difficulty-card-new-do = See to it
difficulty-card-question = { $about } asks you something
difficulty-card-question-more = Since { $since }
difficulty-card-question-do = Answer
difficulty-card-kept = { $n ->
    [one] One difficulty you are seeing to
   *[other] { $n } difficulties you are seeing to
 }
difficulty-card-kept-more = The oldest is from { $since }.
difficulty-card-kept-do = Go on
