# used: agreement-word-* agreement-way-* agreement-source-* agreement-trouble-* agreement-offer-* agreement-history-* agreement-standing-* agreement-state-* agreement-refused-*
agreement-mine = Your agreements
agreement-mine-text = What the school offers your children, and what you answered.
agreement-mine-none = Nothing to read for now
agreement-mine-none-text = When the school offers your children something, the letter will be here.
agreement-word-agree = Agrees
agreement-word-refuse = Does not agree
agreement-word-withdraw = Agreement taken back
agreement-word-none = Not answered yet
agreement-word-info = For information
agreement-read-answer = Read and answer
agreement-read-again = Read the letter again
agreement-channel = Choose how the school reaches you
agreement-code-title = Answer the school
agreement-code-text = The code is on the sheet your child brought home. No account is needed.
agreement-code = Your code
agreement-code-hint = Ten letters, like KMPQR-ABCDE. Capitals or not, it is the same.
agreement-code-open = Read the letter
agreement-way-code = I have a sheet from school with a code
agreement-code-shape = The code has ten letters. Copy it from the sheet.
agreement-code-wrong = Check each letter on the sheet.
agreement-code-wrong-born = This code and this day of birth do not go together. Check each letter on the sheet, and the day.
agreement-code-born-why = Many wrong codes were typed from here. Say on which day your child was born too, or point a telephone’s camera at the square of the sheet.
agreement-code-born = The child’s day of birth
agreement-code-born-hint = Day, month, year, like 31/05/2014. It is the day the school knows: if in doubt, ask there.
agreement-code-born-shape = Write the day, the month and the year, like 31/05/2014.
agreement-code-born-say = Say on which day your child was born, or point at the square of the sheet.
agreement-follow = Families told
agreement-follow-text = Who was told, who has read, who answered. The numbers come from traces, without any name.
agreement-counted-on = The numbers of the schools were counted on { $day }, at { $time }.
agreement-follow-none = No family has been told
agreement-follow-none-text = Families are told when a school’s protocol is published.
agreement-by-school = By school
agreement-by-class = By class, { $school }
agreement-col-school = School
agreement-col-class = Class
agreement-col-told = To be told
agreement-col-informed = Told
agreement-col-received = Received
agreement-col-read = Read
agreement-col-answered = Answered
agreement-col-agreed = Pupils: agreed
agreement-col-refused = Pupils: refused
agreement-col-silent = Pupils: no answer
agreement-col-delay = From approval to information
agreement-col-sheets = Sheets
agreement-delay-none = Not yet
agreement-delay-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
agreement-delay-hours = { $n } hours
agreement-delay-days = { $n } days
agreement-concerns-waiting = { $n ->
    [0] What stands in families’ way
    [one] What stands in families’ way: 1 waits
   *[other] What stands in families’ way: { $n } wait
 }
agreement-print = Print
agreement-class = Families of { $class }
agreement-dispositifs = Programmes
agreement-class-none = Nobody to tell in this class
agreement-class-none-text = Families come with the import of guardians.
agreement-families = One row a guardian and pupil
agreement-col-child = Pupil
agreement-col-standing = Family’s agreement
agreement-col-guardian = Guardian
agreement-col-way = Channel
agreement-col-state = Announcement
agreement-col-answer = Answer
agreement-col-paper = Paper reply
agreement-standing-agreed = Agreed
agreement-standing-refused = Refused
agreement-standing-silent = No answer
agreement-no-authority = without parental authority
agreement-way-platform = In Préau
agreement-way-email = E-mail
agreement-way-sms = Text message
agreement-way-paper = Paper
agreement-state-read = Read
agreement-state-received = Received
agreement-state-failed = Not delivered
agreement-state-sent = Sent
agreement-state-waiting = Waiting
agreement-source-account = by account
agreement-source-code = with the code
agreement-source-paper = on paper
agreement-enter = Enter
agreement-sheets = Sheets to hand out
agreement-sheets-of = Sheets of { $class }
agreement-said-closed = Done: this request of the family is closed.
agreement-said-proposed = Sent: the family reads the proposal on its letter, and answers there.
agreement-said-paper = Noted: the answer written on the sheet counts like any other.
agreement-sheets-handed = Noted: the sheets were handed out today.
agreement-sheets-whose = For whom
agreement-sheets-paper = Families reached on paper
agreement-sheets-all = Every family
agreement-sheets-language = Language of the sheets
agreement-sheets-own = Each family’s language
agreement-sheets-none = No sheet to hand out
agreement-sheets-none-text = In this class, no family waits for a letter on paper.
agreement-sheets-text = { $n ->
    [one] One sheet, half a page of A4. Each code is personal: hand each sheet to the right pupil.
   *[other] { $n } sheets, two a page of A4. Each code is personal: hand each sheet to the right pupil.
 }
agreement-sheets-hand = The sheets are handed out
agreement-sheet = Page { $n } of { $of }
agreement-sheet-to = To: { $name }
agreement-sheet-cut = cut here
agreement-paper = Reply on paper
agreement-paper-text = You copy what the family wrote and signed. Your name is kept with the reply.
agreement-paper-guardian = Who signed
agreement-paper-said = What does the sheet say?
agreement-paper-yes = Agrees
agreement-paper-no = Does not agree
agreement-paper-back = Takes the agreement back
agreement-paper-signature = Signature
agreement-paper-signed = The sheet is signed by this person
agreement-paper-unsigned = Without a signature the reply does not count. Tick the box if the sheet is signed.
agreement-paper-choose = Choose what the sheet says.
agreement-paper-scan = Photo of the sheet (if you like)
agreement-paper-picture = Here a picture of the sheet is needed: no film, no sound, no document.
agreement-paper-one-picture = One photo of the sheet only.
agreement-paper-keep = Keep the reply
agreement-history = This person’s replies
agreement-history-account = By account, { $when }
agreement-history-code = With the code of the letter, { $when }
agreement-history-paper = On paper, { $when }, entered by { $by }
agreement-see-scan = See the sheet
agreement-concerns = What stands in families’ way
agreement-concerns-text = Only the head, vie scolaire and the referent read these messages. Look for a solution with the family.
agreement-concerns-none = No family has said anything
agreement-concerns-none-text = A family may say so from its letter.
agreement-concern = A family asks for a solution
agreement-concern-open = To be dealt with
agreement-concern-proposed = Proposal sent
agreement-concern-accepted = Proposal accepted
agreement-concern-closed = Closed
agreement-concern-close = Close without a proposal
agreement-trouble-place = No quiet place
agreement-trouble-device = Device absent or shared
agreement-trouble-line = Poor connection or none
agreement-trouble-bus = Late bus
agreement-trouble-schedule = Hours
agreement-trouble-other = Something else
agreement-proposed = Proposals
agreement-offer = What do you propose?
agreement-offer-hint = A loan that is accepted opens a request at the family help desk.
agreement-offer-seat = A seat in a tiers-lieu
agreement-offer-phone = Help by telephone
agreement-offer-loan = A device on loan
agreement-offer-other = Something else
agreement-offer-text = Your proposal
agreement-offer-text-hint = Where, when, with whom. 500 characters at most. The family is told by its channel.
agreement-offer-send = Send the proposal
agreement-offer-choose = Choose what you propose.
agreement-offer-words = Write your proposal, in 500 characters at most.
agreement-offer-accepted = Accepted
agreement-offer-declined = Declined
agreement-offer-waiting = Waiting for the family
agreement-refused-authority = Only those who hold parental authority answer. Nothing was kept.
agreement-refused-closed = An answer was given before. Nothing was changed.
agreement-way-own = Give or withdraw my agreement
agreement-way-follow = Families’ agreements
agreement-chapter = Families
agreement-figure-told = Families told
agreement-figure-received = Have received
agreement-figure-read = Have read
agreement-figure-answered = Have answered
agreement-figure-agreed = Children whose family agrees
agreement-figure-refused = Children whose family refuses
agreement-figure-delay = From the head’s approval to the family
agreement-chart-steps = Families told and heard
agreement-chart-steps-rows = Step
# used: agreement-chart-*
# used: agreement-card-*
agreement-card-answer = Your agreement is asked for { $about }
agreement-card-answer-more = Letter of { $since }
agreement-card-answer-do = Answer
agreement-card-proposal = The school offers you something
agreement-card-proposal-more = For { $about }
agreement-card-proposal-do = Answer
agreement-card-concern = { $n ->
    [one] One family has told you what stands in its way
   *[other] { $n } families have told you what stands in their way
 }
agreement-card-concern-more = The first said so on { $since }.
agreement-card-concern-do = Offer something
agreement-card-unreached = { $n ->
    [one] One parent waits for the printed sheet
   *[other] { $n } parents wait for the printed sheet
 }
agreement-card-unreached-more = No message can reach them.
agreement-card-unreached-do = See who
agreement-card-silent = { $n ->
    [one] The family of one pupil has not answered
   *[other] The families of { $n } pupils have not answered
 }
agreement-card-silent-more = The letter left more than a week ago
agreement-card-silent-do = See who
# used: agreement-fell-*
agreement-fell-places = Places given back in meetings: { $n }
agreement-fell-demands = Demands for help ended: { $n }
agreement-fell-rooms = Rooms left: { $n }
# used: agreement-treatment-*
agreement-treatment-answers = Agreement of families
agreement-treatment-answers-for = To tell families what is offered, and respect their answer.
agreement-treatment-answers-whom = Guardians and their children.
agreement-treatment-answers-what = Letter sent, way, received and read or not, answer, who gave it, copy of the signed paper.
agreement-treatment-concerns = Constraints of families
agreement-treatment-concerns-for = To find with a family what suits it, when the offer does not.
agreement-treatment-concerns-whom = Guardians and their children.
agreement-treatment-concerns-what = What the family says of its constraints, what the school proposes, the answer.
agreement-treatment-concerns-kept = Proposals: 400 days after the constraint was closed.
agreement-first-answer = A family has answered
agreement-first-answer-text = Without an answer of their family a pupil is not helped. It answers with its card, or on a letter that the vie scolaire prints.
agreement-look-silent = { $n ->
    [one] one family without an answer
   *[other] { $n } families without an answer
 }
agreement-code-wrong-title = This is not the right code
