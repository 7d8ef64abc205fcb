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
