homework-tonight = Tonight
homework-hello = Good evening { $name }
homework-messages = Messages
homework-unread = { $n ->
    [one] 1 new
   *[other] { $n } new
 }
homework-no-message = No message.
homework-all-messages = All messages
homework-your-turn = Your turn
homework-helps = { $name } is waiting for you
homework-go-answer = Go there
homework-place = Your place in the queue
homework-asked = What blocks you
homework-how = How you are helped
homework-see = See my request
homework-no-desk = No help desk in your school
homework-no-desk-text = Your school has not opened a help desk yet. Ask your form teacher.
homework-open-until = Open until { $time }
homework-blocked = Is an exercise blocking you?
homework-closed = The help desk is closed
homework-closed-text = Nobody tonight. Come back tomorrow, or ask your teacher in class.
homework-there = { $n ->
    [one] One adult is here tonight.
   *[other] { $n } adults are here tonight.
 }
homework-ask = Ask for help
homework-ask-how = You can write, speak or send a photo.
homework-who = Who is here tonight
homework-here = Here
homework-away = Back soon
homework-later = Later
homework-meanwhile = While you wait, read the question again in a low voice: the first line often gives a clue.
homework-child-nothing = { $name } asked for nothing tonight
homework-child-waits = { $name } is waiting for help
homework-child-helped-now = An adult is helping { $name }
homework-child-helped = { $name } was helped
homework-child-followup = The team will help { $name } tomorrow
homework-child-withdrew = { $name } found the answer alone
homework-step-asked = { $name } asked for help: { $subject }.
homework-step-helped = { $name } answered.
homework-step-minutes = { $n ->
    [0] Less than a minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
homework-end-compris = { $name } has understood.
homework-end-classe = It will be seen again in class.
homework-end-demain = The school’s team takes it up tomorrow.
homework-end-parti = { $name } was no longer there.
homework-end-done = It is over.
homework-end-withdrawn = { $name } took the request back.
homework-end-followup = The school’s team takes it up tomorrow.
homework-nothing-to-do = You have nothing to do.
homework-before = The days before
homework-family-note = You see when your child asks for help and how it ends. The messages stay between the child and the adult who helps.
homework-direction = Evening help
homework-direction-lead = The last 30 days, in numbers. No pupil is named here.
homework-count-asked = requests
homework-count-helped = helped
homework-count-withdrawn = taken back
homework-count-left = to take up
homework-count-waited = average wait
homework-count-good = “it helped me”
homework-counts-none = No request yet
homework-counts-none-text = Numbers come with the first evenings.
homework-evening = Evening
homework-last-day = Since yesterday
homework-last-day-text = To read a conversation, one has to say why: it is written down.
homework-open = Open
homework-counted-at = Counted at { $time }.
# used: homework-end-* homework-child-*
homework-bilan = Report
homework-bilan-of = { $name }, { $years }
homework-bilan-schools = { $n ->
    [one] 1 school takes part
   *[other] { $n } schools take part
 }
homework-bilan-counted = From { $from } to { $to }. Counted on { $at } from traces: nobody typed anything again.
homework-bilan-due = Due by { $day }
homework-bilan-all-schools = All schools
homework-bilan-programme = The programme
homework-bilan-print = Print
homework-bilan-csv = The numbers (CSV)
homework-bilan-pupils = pupils helped
homework-bilan-asked = demands
homework-bilan-help = helped
homework-bilan-soon = within 10 min
homework-bilan-adhesion = families agree
homework-bilan-hours = hours approved
homework-bilan-helped = Helped
homework-bilan-not-helped = Not helped the same evening
homework-bilan-decision = The decision
homework-bilan-decide = Decide what comes next
homework-bilan-pilot-word = The pilot’s word
homework-bilan-by-school = School by school
homework-bilan-table = One line for each school that takes part
homework-bilan-school = School
homework-bilan-bus = Buses
homework-bilan-how = How help was given
homework-bilan-meetings = Meetings (presences)
homework-bilan-meetings-held = Meetings held
homework-bilan-meetings-text = { $held }, with { $came ->
    [one] { $came } presence
   *[other] { $came } presences
 } for { $seats ->
    [one] { $seats } place taken
   *[other] { $seats } places taken
 }
homework-bilan-left = Demands taken up by the team
homework-bilan-paid = Teachers’ hours
homework-bilan-paid-text = { $hours } approved, { $teachers ->
    [one] 1 teacher
   *[other] { $teachers } teachers
 }; { $pending } waiting
homework-bilan-difficulties = Difficulties told
homework-bilan-difficulties-text = { $n }, of which { $closed } closed
homework-bilan-trained = People trained
homework-bilan-trained-text = Method: { $method }, tools: { $tools }, resources: { $resources }
homework-bilan-families = Families
homework-bilan-agreed = Agreements
homework-bilan-agreed-text = { $agreed } yes, { $refused } no, for { $children ->
    [one] { $children } child
   *[other] { $children } children
 }
homework-bilan-delay = From the head’s approval to the family
homework-bilan-opinions = What people say
homework-bilan-good = After help
homework-bilan-good-text = { $good ->
    [one] { $good } pupil out of { $all } says
   *[other] { $good } pupils out of { $all } say
 } “it helped me”
homework-bilan-no-opinion = Fewer than five answers to the survey: nothing is shown, so that nobody is recognised.
homework-bilan-words = Words of the teams
homework-bilan-no-word = The teams have not written anything yet.
homework-bilan-method = Each number is counted from what happened in Préau. A percentage without an answer is left empty. Answers to the survey are shown from five on.
homework-hours = { $h } h { $m }
homework-delay-minutes = { $n } min
homework-delay-hours = { $n } h
homework-delay-days = { $n } days
homework-chart-mois = Demands, month by month
homework-chart-attente = Wait before help
homework-chart-modalites = Ways of being helped
homework-chart-familles = Families told and heard
homework-chart-avis-eleves = Pupils
homework-chart-avis-familles = Families
homework-chart-avis-professeurs = Teachers
homework-rows-avis-eleves = Question
homework-rows-avis-familles = Question
homework-rows-avis-professeurs = Question
homework-rows-mois = Month
homework-rows-attente = Wait
homework-rows-modalites = Way
homework-rows-familles = Step
homework-chart-count = Number
homework-chart-all = Together
homework-chart-table = The same numbers as a table
homework-waited-5 = Less than 5 minutes
homework-waited-10 = From 5 to 10 minutes
homework-waited-20 = From 10 to 20 minutes
homework-waited-plus = More than 20 minutes
homework-told-dites = Told
homework-told-recues = Have received
homework-told-lues = Have read
homework-told-reponses = Have answered
# used: homework-chart-* homework-rows-* homework-waited-* homework-told-*
homework-presences = All presences
homework-presences-lead = At the help desk, in a room, in a meeting: what Préau saw, and what an adult corrected.
homework-presences-months = Months
homework-presences-csv = Export (CSV)
homework-presences-none = Nobody this month
homework-presences-none-text = Presences come with demands and meetings.
homework-presences-pupil = Pupil
homework-presences-class = Class
homework-presences-how = Way
homework-presences-mark = Presence
homework-presences-minutes = Minutes
homework-how-bar = Help desk
# used: homework-how-*
homework-team = Remote homework help
homework-team-none = Your school does not take part yet
homework-team-none-text = Its head may apply, in the programmes.
homework-team-programmes = Programmes
homework-team-desk = Help desk
homework-team-week = The week
homework-team-rooms = Video rooms
homework-team-families = Families
homework-team-silent = { $n ->
    [one] 1 answer awaited
   *[other] { $n } answers awaited
 }
homework-team-all-answered = All have answered
homework-team-hours = Hours
homework-team-pending = { $n } h to approve
homework-team-difficulties = Difficulties and equipment
homework-team-open = { $n } under way
homework-team-question = Ask a colleague
homework-team-training = Training
homework-team-survey = Give your opinion
homework-team-protocol = Protocol and sheet
homework-measure-pupils = Pupils helped
homework-measure-asked = Demands
homework-measure-help = Demands helped
homework-measure-soon = Helped within 10 minutes
homework-measure-agreed = Families that agree
homework-measure-meetings = Meetings held
homework-measure-hours = Hours approved
homework-numbers = The other numbers
homework-numbers-families = Families
homework-numbers-hours = Hours
homework-numbers-opinions = Opinions
homework-numbers-paper = Opinions on paper
homework-numbers-difficulties = Difficulties
homework-numbers-training = Training
homework-ways = Other pages
homework-way-agree = Give or take back my agreement
homework-way-protocol = How it works at school
homework-way-difficulty = Tell a difficulty
homework-way-opinion = Give my opinion
homework-way-rules = How it works
homework-way-trouble = I have a difficulty
homework-way-say = I give my opinion
