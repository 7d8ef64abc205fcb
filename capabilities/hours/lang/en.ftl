# used: hours-state-* hours-source-* hours-rule-* hours-column-* hours-refused-* hours-group-* hours-sum-* hours-said-*
hours-title = My hours
hours-lead = An hour held is an hour paid. Check your lines, the head approves them.
hours-months = Months
hours-month = Month
hours-print = Print
hours-add = Add an hour on site
hours-add-lead = For Devoirs faits at school. These hours are shown beside those at a distance, which come in addition. They are paid elsewhere.
hours-school = Hours of the school
hours-schools = Schools
hours-school-of = School
hours-none = No hour this month
hours-none-text = Hours appear here by themselves, after each duty and each appointment held.
hours-confirm-all = All is right, I confirm the month
hours-confirm = It is right, I confirm
hours-from-to = from { $from } to { $to }
hours-open = See the line
hours-state-proposed = To be confirmed
hours-state-confirmed = Confirmed
hours-state-approved = Approved
hours-state-refused = Refused
hours-source-duty = Duty at the help desk
hours-source-meeting = Appointment
hours-source-entry = Entered by the teacher
hours-at-school = at school
hours-came = { $n ->
    [0] No pupil came.
    [one] 1 pupil came.
   *[other] { $n } pupils came.
}
hours-expected = { $n ->
    [one] 1 pupil was expected.
   *[other] { $n } pupils were expected.
}
hours-ruled = Held: { $held }. Counted: { $due }, by the rule of the académie ({ $rule }).
hours-counted = Counted: { $due }.
hours-beside = Held: { $held }. Paid elsewhere.
hours-rule-full = the whole time is paid
hours-rule-half = half the time
hours-rule-nothing = nothing is paid
hours-rule-minimum = 30 minutes at most
hours-twice = Another line covers the same hour. An hour is paid once: one of the two is to be refused.
hours-year = Month by month
hours-approved = At a distance, approved
hours-waiting = At a distance, waiting
hours-on-site = On site
hours-on-site-before = On site, a year before
hours-distance = At a distance
hours-unknown = not entered
hours-sheet = Statement of hours
hours-sheet-hint = To print this page, use the menu of your browser.
hours-sheet-lines = Lines
hours-sheet-totals = Totals
hours-signatures = Done at ……………………, on ……………………  Signature of the teacher:  Signature of the head:
hours-day = Day
hours-what = What
hours-held = Held
hours-due = To pay
hours-not-here = elsewhere
hours-state = State
hours-from = From
hours-until = To
hours-pupils = Pupils who came
hours-save = Save
hours-line = A line of hours
hours-correct = Correct
hours-correct-lead = A correction is dated and signed, and stays visible. An approved line must be approved again.
hours-minutes-held = Minutes held
hours-reason = Reason
hours-reason-hint = For example: “Two pupils called after closing.”
hours-correct-send = Save the correction
hours-approve = Approve
hours-refuse-send = Refuse this line
hours-word-hint = The teacher will read it on the line and can correct it.
hours-history = What was done
hours-corrected = Correction: { $before } becomes { $after }; pupils who came: { $was } becomes { $is }.
hours-was-approved = Approved for { $due }.
hours-was-refused = Refused.
hours-to-approve = To approve
hours-all-decided = Nothing waits for your approval this month.
hours-look = Look for missing hours
hours-batches = Batches for pay
hours-batches-lead = A batch holds what is approved and not sent yet, and the differences made by corrections. It can be downloaded again.
hours-send = Prepare the batch to the end of { $month }
hours-nothing-to-send = Nothing to send: all that is approved has left.
hours-batch = { $n ->
    [one] Until { $month }: 1 line, { $total }
   *[other] Until { $month }: { $n } lines, { $total }
}
hours-in-addition = In addition, never instead
hours-in-addition-lead = Help at a distance comes in addition to Devoirs faits at school. If help on site falls, it shows here.
hours-chart = Hours at a distance and on site
hours-chart-text = For each month, the hours at a distance, then the hours on site. The table gives the same numbers.
hours-fell = Help on site has fallen
hours-fell-month = In { $month }: { $now } on site, against { $before } a year before.
hours-fell-text = Help at a distance comes in addition. See with the team what has changed.
hours-before = Hours on site last year
hours-before-lead = How many hours of Devoirs faits at school, each month of the past school year. Leave empty what you do not know.
hours-territory = Hours of the schools
hours-territory-until = From September to { $month }, all programmes together
hours-territory-none = No school has hours yet.
hours-territory-table = Hours by school, without names
hours-people = People
hours-total = Total
hours-rule = When nobody comes
hours-rule-lead = Pupils were expected, none came: what the teacher is paid. Each line keeps the rule of its day.
hours-rule-none = No rule is set: the whole time is paid.
hours-rule-since = Since { $day }: { $rule }
hours-rule-now = In force
hours-rule-new = Set a rule
hours-rule-question = What is paid
hours-rule-from = From
hours-rule-from-hint = Today or later: what is past does not change.
hours-refused-meanwhile = This line has changed meanwhile. Read it again, then start over.
hours-refused-own = Your own hours are approved by somebody else.
hours-refused-same = The line says this already. Nothing was changed.
hours-refused-overlap = One of your lines already covers this time.
hours-say-from = Write when it began, for example 17:30.
hours-say-until = Write when it ended: between 5 minutes and 4 hours after it began.
hours-say-day = Choose a past day, two months ago at most.
hours-say-pupils = Write a number of pupils, from 0 to 99.
hours-say-minutes = Write a number of minutes, from 0 to 240.
hours-say-reason = Say why, in a few words.
hours-say-word = Write a word: the teacher must know why.
hours-say-hours = Write a whole number of hours, or leave it empty.
hours-say-rule = Choose a rule.
hours-say-since = Choose today or a day to come.
hours-column-1 = Identifier
hours-column-2 = Family name
hours-column-3 = Given name
hours-column-4 = UAI
hours-column-5 = School
hours-column-6 = Day
hours-column-7 = From
hours-column-8 = To
hours-column-9 = What
hours-column-10 = Pupils who came
hours-column-11 = Minutes held
hours-column-12 = Rule applied
hours-column-13 = Minutes due
hours-way-own = My hours
hours-way-school = The school’s hours
hours-way-academie = The académie’s hours
hours-chapter = Teachers’ hours
hours-figure-approved = Hours approved
hours-figure-pending = Hours waiting
hours-figure-teachers = Teachers who gave some
# used: hours-card-*
hours-card-confirm = { $h } h { $m } to confirm
hours-card-confirm-more = The oldest: { $since }
hours-card-confirm-do = Check
hours-card-approve = { $h } h { $m } to approve
hours-card-approve-more = Confirmed by their teachers, since { $since }
hours-card-approve-do = Approve
hours-card-batch = { $h } h { $m } to send to payroll
hours-card-batch-more = Approved hours, since { $since }
hours-card-batch-do = Send
hours-source-named = Meeting: { $title }
hours-by-teacher = By teacher
hours-see-lines = { $n ->
    [one] See the line
   *[other] See the { $n } lines
 }
hours-group-confirmed = Confirmed
hours-group-proposed = Not yet confirmed
hours-group-decided = Approved or refused
hours-sum-confirmed = { $length } confirmed
hours-sum-proposed = { $length } not yet confirmed
hours-sum-approved = { $length } approved
hours-sum-on-site = { $length } on site
hours-sum-none = nothing to pay
hours-stat-by = { $n ->
    [0] confirmed
    [one] confirmed, by one person
   *[other] confirmed, by { $n } people
 }
hours-stat-proposed = { $n ->
    [one] not yet confirmed: 1 line
   *[other] not yet confirmed: { $n } lines
 }
hours-stat-confirmed = With the head
hours-stat-approved = Approved
hours-approve-confirmed = { $n ->
    [one] Approve the confirmed line
   *[other] Approve the { $n } confirmed lines
 }
hours-approve-proposed = { $n ->
    [one] Approve the one that is not, too
   *[other] Approve the other { $n }, too
 }
hours-approve-these = { $n ->
    [one] Approve the line
   *[other] Approve the { $n } lines
 }
hours-back = Take the decision back
hours-back-text = Until the line is sent to be paid, the decision can be taken back: the line waits for you again.
hours-was-back = The decision was taken back.
hours-send-then = { $n ->
    [one] 1 line, { $total }. Once the batch is ready, the approval cannot be taken back: a correction will be a difference in the next batch.
   *[other] { $n } lines, { $total }. Once the batch is ready, approvals cannot be taken back: a correction will be a difference in the next batch.
 }
hours-send-do = Prepare the batch
hours-nothing-to-send-title = There is nothing to send
hours-territory-xlsx = Download month by month (XLSX)
hours-territory-file = One line per school and month, without anybody’s name.
hours-refused-sent = The line was sent to be paid, or has changed since. A correction will be a difference in the next batch.
hours-refused-sent-title = It is too late to take it back
hours-refused-meanwhile-title = This line has changed
hours-refused-own-title = These are your hours
hours-refused-same-title = There is nothing to change
hours-refused-overlap-title = The same hour twice
hours-said-confirmed = { $n ->
    [0] Nothing was to be confirmed.
    [one] 1 line confirmed, { $total }. The head approves it next.
   *[other] { $n } lines confirmed, { $total }. The head approves them next.
 }
hours-said-unconfirmed = { $n ->
    [0] Nothing changed: the head has decided already.
    [one] 1 line is to be confirmed again.
   *[other] { $n } lines are to be confirmed again.
 }
hours-said-decided = The head had decided already.
hours-said-corrected = { $n ->
    [0] Correction saved: { $held }, no pupil. The head has to approve it.
    [one] Correction saved: { $held }, 1 pupil. The head has to approve it.
   *[other] Correction saved: { $held }, { $n } pupils. The head has to approve it.
 }
hours-said-entered = { $n ->
    [0] Hour added: { $day }, { $held }, no pupil.
    [one] Hour added: { $day }, { $held }, 1 pupil.
   *[other] Hour added: { $day }, { $held }, { $n } pupils.
 }
hours-said-approved = { $n ->
    [one] 1 line approved, { $total } to pay. It leaves with the next batch.
   *[other] { $n } lines approved, { $total } to pay. They leave with the next batch.
 }
hours-said-approved-one = Line approved: { $name }, { $when }.
hours-said-refused = Line refused: { $name }, { $when }. Your word stands on the line.
hours-said-nothing = Nothing was waiting any more: somebody did it meanwhile.
hours-said-back = { $n ->
    [0] Nothing changed: these lines were sent to be paid, or have changed since.
    [one] Approval taken back: 1 line waits for you again.
   *[other] Approval taken back: { $n } lines wait for you again.
 }
hours-said-back-one = Decision taken back: { $name }, { $when }. The line waits for you again.
hours-said-sent = { $n ->
    [one] Batch ready to the end of { $month }: 1 line, { $total }. Download it below for pay.
   *[other] Batch ready to the end of { $month }: { $n } lines, { $total }. Download it below for pay.
 }
hours-said-before = Last year’s hours are saved.
hours-said-rule = Rule set from { $day }: { $rule }.
hours-said-look = The search has begun. Hours that are found will appear here in a few minutes.
hours-column-14 = Minutes already sent
hours-column-15 = Minutes to pay
hours-column-16 = Hours and minutes
hours-column-17 = Decimal hours
hours-column-18 = Month
hours-column-19 = Minutes approved
hours-column-20 = Waiting
hours-column-21 = On site
hours-column-22 = People
hours-card-unsaid = { $h } h { $m } that nobody has confirmed
hours-card-unsaid-more = The month is over. The oldest: { $since }
hours-card-unsaid-do = See
hours-correct-or-refuse = Correct or refuse
hours-not-counted = Without your own hours, nor those held at the same time as another: these are to be looked at one by one.
hours-approve-before = { $n ->
    [one] Approve this line without waiting
   *[other] Approve these { $n } lines without waiting
 }
hours-said-approved-beside = { $n ->
    [one] 1 line approved. It is paid another way.
   *[other] { $n } lines approved. They are paid another way.
 }
# used: hours-treatment-*
hours-treatment-pay = Hours and pay
hours-treatment-pay-for = To count, approve and pay the hours held.
hours-treatment-pay-whom = Staff paid by the hour, heads.
hours-treatment-pay-what = Hours, corrections, decisions, batches sent to pay, and who made them. Each one sees their own hours only.
hours-treatment-pay-kept = Lines of a batch: five years after it was sent. Rules and counts from before Préau: for good, with no name but who wrote them.
