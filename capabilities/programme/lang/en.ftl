# used: programme-added-* programme-removed-* programme-change-line-added-* programme-change-line-removed-* programme-public-* programme-modality-* programme-heading-* programme-state-* programme-states-* programme-pilot-* programme-head-* programme-stage-* programme-decided-* programme-decision-* programme-kind-* programme-decide-go-*
programme-title = Programmes
programme-lead = What the académie sets up for a year: the sheet, the schools, the protocols, the review.
programme-new = New programme
programme-new-lead = One minute is enough: the sheet, the steps and the day of the review are filled in. All of it can be changed.
programme-none = No programme yet
programme-none-text = When the académie opens one, it will be here.
programme-year = School year { $years }
programme-engaged = { $n ->
    [0] no school engaged
    [one] { $n } school engaged
    *[other] { $n } schools engaged
    }
programme-runs = Running
programme-coming = To come
programme-over = Over, to be decided
programme-experiences = Experience reports and resources
programme-template = Template
programme-blank = Blank sheet
programme-blank-text = You write each heading yourself.
programme-name = Name of the programme
programme-name-hint = Leave empty to keep the template’s name.
programme-school-year = School year
programme-academie = Académie
programme-create = Create the programme
programme-bilan-due = review due on { $day }
programme-stat-engaged = Engaged
programme-stat-applied = Applications
programme-stat-protocols = Published protocols
programme-stat-bus = Pupils on buses, on average
programme-next = See next year’s programme
programme-schools = Schools
programme-write = Write the sheet
programme-steps = Steps of the year
programme-partners = Partners
programme-proposals = Proposed reports
programme-mine = Your school
programme-school-page = Open its page
programme-sheet = The sheet
programme-sheet-none = The sheet is empty
programme-sheet-none-text = The pilot has not written it yet.
programme-pilot = Pilot
programme-steps-none = No step is noted.
programme-reached = Reached
programme-late = Late
programme-ahead = Ahead
programme-bilan = Review
programme-spread = Spread over the départements
programme-spread-none = No school is engaged yet.
programme-colleges = { $n ->
    [one] { $n } school
    *[other] { $n } schools
    }
programme-measures = Indicators
programme-measures-lead = From what happened here; nobody types them again.
programme-measures-none = The numbers are not counted yet.
programme-by-school = By school
programme-schools-none = No school yet
programme-schools-none-text = Engage one, or wait for applications.
programme-schools-caption = Schools of the programme
programme-school = School
programme-departement = Département
programme-state = Standing
programme-bus-short = Pupils on buses
programme-protocol = Protocol
programme-version = Version { $n }
programme-starts = First day
programme-ends = Last day
programme-bilan-day = Day of the review
programme-save = Save
programme-partners-none = No partner yet
programme-partner-add = Add a partner
programme-partner-name = Name
programme-partner-hint = An organisation: the Drane, Canopé, a local authority…
programme-partner-role = What they do
programme-remove = Remove
programme-add = Add
programme-due = For { $day }
programme-due-on = Due on { $day }
programme-reached-on = reached on { $day }
programme-unreach = Not reached yet
programme-reach = It is done
programme-step-add = Add a step
programme-step-title = Step
programme-step-day = For which day?
programme-since = since { $day }
programme-since-short = Since
programme-bus-said = { $n } % of pupils depend on buses
programme-move = Answer or change
programme-word = A word (if you wish)
programme-word-said = What was said
programme-engage = Engage a school
programme-seek = Search
programme-seek-hint = A name, a town or a UAI.
programme-seek-go = Search
programme-seek-none = Nothing by that name among the schools that are not engaged.
programme-seek-more = { $n } of { $count } schools are here. Add a word to find the others.
programme-uai = UAI of the school
programme-uai-hint = Seven digits and a letter.
programme-bus = Share of pupils who depend on school buses, in %
programme-bus-hint = A number from 0 to 100. An estimate is enough.
programme-bus-pilot-hint = If you know it.
programme-place = Participation
programme-protocol-none = No protocol is published.
programme-protocol-read = Read the protocol
programme-versions = Versions and changes
programme-draft-read = Read before publication
programme-publish = Publish
programme-written = written on { $day }
programme-protocol-write = Write the protocol
programme-remarks = Remarks of the teams
programme-remarks-none = No remark yet.
programme-remark-drop = Take my remark back
programme-remark = A remark for the review
programme-remark-hint = What works, what does not, what should change. Without anybody’s name.
programme-remark-add = Add the remark
programme-publications-none = Your school has not proposed anything yet.
programme-published = Published
programme-proposed = Proposed
programme-propose = Propose a report or a resource
programme-propose-lead = The pilot reads your text, then it is published for all under the school’s name.
programme-propose-go = Propose
programme-protocol-lead = What your school offers its pupils. The head approves it, then families are told.
programme-read-publics = What for
programme-read-modalities = How
programme-read-hours = When
programme-read-where = Where
programme-read-tools = With which tools
programme-read-contacts = Whom to ask
programme-read-charter = The charter
programme-read-home = At home
programme-read-bus = The last bus brings pupils home at about { $time }.
programme-read-open = Open: { $open }
programme-read-seats = { $n ->
    [one] { $n } seat
    *[other] { $n } seats
    }
programme-read-referent = { $name }, for questions about devices
programme-read-contacts-none = Ask the vie scolaire.
programme-other-publics = Something else
programme-one-a-line = One a line.
programme-hours-hint = Leave the days without help empty.
programme-day-from = { $day }, from
programme-day-to = { $day }, to
programme-bus-home = Time by which the last bus has brought pupils home
programme-bus-home-hint = Help begins afterwards, so that nobody misses it.
programme-places-hint = Another place: a library, a town hall, an association… Leave empty if there is none.
programme-place-n = Place { $n }
programme-place-name = Name of the place
programme-place-address = Address
programme-place-open = Opening days and hours
programme-place-seats = Number of seats
programme-contacts-hint = One a line: the function and how to reach it, without anybody’s name.
programme-referent-none = Nobody is named here for questions about devices.
programme-referent-shown = The name of whom to ask about devices adds itself: { $names }.
programme-draft-save = Save and read again
programme-protocol-of = Protocol, { $school }
programme-lacks = Something is still missing
programme-lack-publics = Say what pupils come for.
programme-lack-modalities = Choose at least one way of helping.
programme-lack-hours = Give at least one day and its hours.
programme-lack-where = Say where pupils work.
programme-before-bus = On these days help begins before the last bus is home
programme-changes = What changes
programme-same = Nothing differs from the published version: there is nothing to publish.
programme-publish-sure = Publish?
programme-publish-sure-text = Every family of the school receives a new letter, and is asked whether it agrees. What is published cannot be taken back: a new version mends it.
programme-publish-now = Publish now
programme-publish-not = Do not publish
programme-approve-publish = Approve and publish
programme-approve = Approve
programme-head-next = The head can now approve this protocol.
programme-in-force = In force since { $day }
programme-superseded-text = This protocol has been replaced.
programme-print = Print
programme-print-entire = Show everything, to print
programme-protocols = What the school offers
programme-protocols-none = Nothing is published yet
programme-protocols-none-text = When the school has published its protocol, it will be here.
programme-published-on = Published on { $day }
programme-first-version = First version.
programme-pilot-word = The pilot’s word
programme-pilot-word-label = What you keep from the year
programme-decide = What becomes of the programme?
programme-decide-hint = A decision is taken once only.
programme-decision-why = Why?
programme-kind = What do you propose?
programme-experience-title = Title
programme-experience-text = Text
programme-experience-hint = What you did, what it changed, what you would do again. No name of anybody.
programme-experience-link = Address of a page or document (if you wish)
programme-experience-link-hint = It begins with https://
programme-proposals-none = The teams have not proposed anything yet
programme-unpublish = Take off the public pages
programme-publish-one = Publish for all
programme-experiences-lead = What schools tried, what they keep from it, what can be used again.
programme-experiences-none = Nothing is published yet
programme-figure-share = { $percent } % ({ $n } out of { $of })
programme-hours = { $day }, from { $from } to { $to }
programme-change-public-added = One may now come for: { $what }.
programme-change-public-removed = One no longer comes for: { $what }.
programme-change-day-added = { $day } was added, from { $from } to { $to }.
programme-change-day-removed = There is no help on { $day } any more.
programme-change-day-moved = On { $day } it is now from { $from } to { $to }.
programme-change-bus = The last bus now brings pupils home at about { $time }.
programme-change-bus-none = The time of the last bus is no longer given.
programme-change-home-added = One may now work at home.
programme-change-home-removed = One no longer works at home.
programme-change-place-added = New place: { $name }.
programme-change-place-removed = One no longer goes to: { $name }.
programme-change-place = { $name }: { $address }, { $open }, { $seats ->
    [0] number of seats not said
    [one] { $seats } seat
    *[other] { $seats } seats
    }.
programme-change-line-added-publics = One may now come for: { $line }.
programme-change-line-added-outils = New tool: { $line }.
programme-change-line-added-contacts = New contact: { $line }.
programme-change-line-added-charte = Added to the charter: { $line }
programme-change-line-removed-publics = One no longer comes for: { $line }.
programme-change-line-removed-outils = Tool removed: { $line }.
programme-change-line-removed-contacts = Contact removed: { $line }.
programme-change-line-removed-charte = Removed from the charter: { $line }
programme-added-salle-groupe = Virtual rooms for groups are now offered.
programme-added-petit-groupe = The small-group appointment is now offered.
programme-added-bar = The quick help desk is now offered.
programme-added-telephone = The telephone is now offered.
programme-added-classe-orale = The virtual class for oral work is now offered.
programme-added-professeur-au-college = The teacher may now help from the school.
programme-removed-salle-groupe = Virtual rooms for groups are no longer offered.
programme-removed-petit-groupe = The small-group appointment is no longer offered.
programme-removed-bar = The quick help desk is no longer offered.
programme-removed-telephone = The telephone is no longer offered.
programme-removed-classe-orale = The virtual class for oral work is no longer offered.
programme-removed-professeur-au-college = The teacher no longer helps from the school.
programme-public-aide = Help with homework
programme-public-explicitation = An instruction or a lesson explained
programme-public-remise-a-niveau = Catching up
programme-public-remediation = Going over what is not understood (remediation)
programme-public-decrochage = Preventing dropout
programme-modality-salle-groupe = Virtual rooms for group work
programme-modality-petit-groupe = Small-group appointment, by video
programme-modality-bar = Quick help desk: a question, an answer
programme-modality-telephone = The desk may also call back by telephone
programme-modality-classe-orale = Virtual class to practise speaking
programme-modality-professeur-au-college = The teacher is at school, the pupils are elsewhere
programme-heading-description = Description and purpose
programme-heading-territoire = Territory
programme-heading-impacts = Impacts
programme-heading-moyens-financiers = Means in money
programme-heading-moyens-humains = Means in people
programme-heading-moyens-juridiques = Means in law
programme-heading-effort = Effort
programme-heading-temporalite = Timeframe
programme-heading-difficultes = Difficulties
programme-heading-perennisation = What makes it last
programme-heading-evaluation = Evaluation and publicity
programme-heading-pilote = Pilot and partners
programme-heading-hint-description = What it is, and what it is for.
programme-heading-hint-territoire = Where, and with which schools.
programme-heading-hint-impacts = Who is concerned, and what changes for them.
programme-heading-hint-moyens-financiers = Budget, training, equipment.
programme-heading-hint-moyens-humains = Who, how many hours, how they are paid.
programme-heading-hint-moyens-juridiques = Texts, agreements, personal data.
programme-heading-hint-effort = What it asks of each, and for how long.
programme-heading-hint-temporalite = When it begins, when one stops to look.
programme-heading-hint-difficultes = What is hard, and what is done about it.
programme-heading-hint-perennisation = What it takes to go on.
programme-heading-hint-evaluation = How one will know, and who will be told.
programme-state-proposed = To be confirmed
programme-state-applied = Applied
programme-state-engaged = Engaged
programme-state-declined = Declined
programme-state-left = Left
programme-state-none = Does not take part
programme-states-proposed = To be confirmed
programme-states-applied = Applications
programme-states-engaged = Engaged
programme-states-declined = Declined
programme-states-left = Left
programme-pilot-candidature = Apply
programme-pilot-engagement = Engage
programme-pilot-refus = Decline
programme-pilot-depart = End the participation
programme-head-candidature = Take part
programme-head-engagement = Engage
programme-head-refus = Not this year
programme-head-depart = Withdraw
programme-stage-draft = Draft
programme-stage-approved = Approved
programme-stage-published = In force
programme-stage-superseded = Replaced
programme-decided-reconduire = Renewed
programme-decided-adapter = Renewed with changes
programme-decided-arreter = Stopped
programme-decision-reconduire = Renew
programme-decision-adapter = Adapt
programme-decision-arreter = Stop
programme-decision-text-reconduire = Next year’s programme is made, with the same sheet.
programme-decision-text-adapter = It is made too, and its sheet opens to be changed.
programme-decision-text-arreter = There will be none next year.
programme-kind-retour = Experience report
programme-kind-ressource = Resource
programme-refused-names = This text names people of the school: { $names }. Write their function instead.
programme-refused-moved = This school’s standing has changed meanwhile. Look at it again.
programme-refused-decided = The decision is already taken.
programme-refused-overwritten = Somebody changed the protocol meanwhile. Open its page again before saving or approving.
programme-refused-not-engaged = The school is not engaged: the protocol can be published once it is.
programme-refused-lacking = Something is still missing in this protocol.
programme-refused-nothing = There is nothing to approve or publish.
programme-say-name = Give the programme a name.
programme-say-year = Choose the school year.
programme-say-day = Give a day, for example 15/06/2027.
programme-say-after = The last day comes after the first.
programme-say-partner = Give the partner’s name.
programme-say-step = Say which step.
programme-say-uai = No open school of the académie has this UAI.
programme-say-percent = Give a number from 0 to 100.
programme-say-remark = Write your remark.
programme-say-time = Give a time, for example 17:30.
programme-say-later = The end comes after the beginning.
programme-say-until = Say until when.
programme-say-from = Say from when.
programme-say-place = Give the name of the place.
programme-say-seats = Give a number of seats.
programme-say-title = Give a title.
programme-say-text = Write your text.
programme-say-link = The address begins with https:// and the name of a site, without a space, and without “@” before that name.
programme-way-protocol = The rules of help
programme-counted-on = Counted on { $day } at { $time }.
programme-count-again = Count again
programme-bilan-of = { $name }, { $years }
programme-cover = Report of the year { $years }
programme-cover-academie = Académie of { $name }
programme-cover-names = No pupil is named; nothing is shown below five answers.
programme-verdict-sign = Date, name and signature
programme-csv = The numbers (CSV)
programme-decision = The decision
programme-chapters = What happened
programme-method = Each number is counted from what happened in Préau, once for all pages. A percentage without an answer is left empty. Answers to the survey are shown from five on.
programme-delay-minutes = { $n } min
programme-delay-hours = { $n } h
programme-delay-days = { $n ->
    [one] { $n } day
    *[other] { $n } days
    }
programme-chart-count = Number
programme-chart-all = Together
programme-chart-table = The same numbers as a table
programme-tools = The team’s tools
programme-decide-from = The decision is taken from { $day } on.
programme-decide-follows = What will follow
programme-decide-schools = { $n ->
    [0] No school takes part: nobody will be asked.
    [one] The school that takes part will be asked for next year; its head says whether it goes on.
    *[other] The { $n } schools that take part will be asked for next year; each head says whether theirs goes on.
    }
programme-decide-until = This year goes on unchanged until { $day }.
programme-decision-why-hint = The teams read this reason. Without names of people.
programme-decide-go-reconduire = Decide to renew
programme-decide-go-adapter = Decide to adapt
programme-decide-go-arreter = Decide to stop
programme-not-now = Go back and change nothing
programme-say-why = Say why, in a sentence.
programme-pilot-page = Who pilots
programme-piloted-by = { $name } pilots this programme.
programme-piloted-by-nobody = Nobody pilots this programme any more.
programme-pilot-alone = The académie has no other pilot to entrust it to.
programme-pilot-to = Entrust it to
programme-pilot-to-hint = You will still see it, without being able to change it.
programme-pilot-give = Entrust the programme
programme-pilot-take-text = Its pilot has left. If you take it up, you may write the sheet, engage schools and decide.
programme-pilot-take = Take it up
programme-pilot-other = Only its pilot may entrust it to somebody else.
programme-delete = Delete this programme
programme-delete-ask = Delete “{ $name }”?
programme-delete-then-sheet = The sheet and its steps are erased.
programme-delete-then-schools = The applications received are erased.
programme-delete-then-never = Nothing can bring them back.
programme-delete-keep = Keep the programme
programme-delete-go = Delete
programme-refused-early = It is too early to decide. The day is shown on the review.
programme-refused-lived = A school has taken part in it: it can no longer be deleted.
programme-refused-piloted = Its pilot is still there: it is for them to entrust it.
programme-refused-no-pilot = Choose a pilot of the académie.
# used: programme-card-*
programme-card-answer = Does your school go on?
programme-card-answer-more = { $about }
programme-card-answer-do = Answer
programme-card-approve = A protocol is to be read and approved
programme-card-approve-more = { $about }, written on { $since }
programme-card-approve-do = Read it
programme-card-publish = The approved protocol is not published yet
programme-card-publish-more = { $about }: families know nothing of it.
programme-card-publish-do = Publish
programme-card-applied = { $n ->
    [one] One school asks to take part
   *[other] { $n } schools ask to take part
 }
programme-card-applied-more = { $about }
programme-card-applied-do = Answer
programme-card-proposed = { $n ->
    [one] One report to publish
   *[other] { $n } reports to publish
 }
programme-card-proposed-more = { $about }
programme-card-proposed-do = Read
programme-card-late = Milestone to tick: { $about }
programme-card-late-do = Say where it stands
programme-card-milestone = Milestone to come: { $about }
programme-card-milestone-do = See
programme-card-bilan = The review waits for your words
programme-card-bilan-more = { $about }
programme-card-bilan-do = Write
programme-card-decide = A decision is to be taken for next year
programme-card-decide-more = { $about }
programme-card-decide-do = Decide

# What is found
programme-found = Programmes
programme-first-programme = A programme is open
programme-first-programme-text = The pilot opens a programme, such as remote homework help.
programme-first-protocol = A protocol is published
programme-first-protocol-text = The head writes how the school does it, and publishes it: families are told then.
programme-first-engaged = A school takes part
programme-first-engaged-text = The head applies, under Programmes; the pilot accepts.
# used: programme-treatment-*
programme-treatment-steering = Steering of programmes
programme-treatment-steering-for = To decide on a programme, have schools take part, and report on it.
programme-treatment-steering-whom = Staff who steer, head or write.
programme-treatment-steering-what = Who decided, wrote, approved or proposed what, and when; nothing of a pupil.
programme-treatment-steering-kept = Programmes, schools taking part and published texts: for good, to compare years; an erased author is no longer named.

# The map and the table of its schools
# used: programme-mark-*
programme-map = Map and table
programme-map-drawing = The map
programme-map-table = The table
programme-map-title = Map of the schools, { $name }
programme-map-text = { $well } where help takes place, { $look } to look at, { $later } not yet. The table says the same.
programme-map-lead = { $n ->
    [0] No school helps yet.
    [one] One school helps its pupils.
   *[other] { $n } schools help their pupils.
 } { $look ->
    [0] None needs a look.
    [one] One needs a look.
   *[other] { $look } need a look.
 }
programme-map-key = Key
programme-mark-va-bien = help takes place
programme-mark-a-regarder = to look at
programme-mark-pas-encore = not yet
programme-mark-sans-protocole = protocol to be written
programme-map-source = Outlines: IGN and INSEE, Licence Ouverte.
programme-map-same = The same as a table
programme-looks = To look at
programme-looks-none = Nothing needs a look today.
programme-looks-more = { $n ->
    [one] And one more
   *[other] And { $n } more
 }
programme-look-go = See
programme-look-protocol = no protocol for { $n } days
programme-map-lines = Week after week.
programme-map-before = Dotted, last year.
programme-map-against = against { $n }
programme-map-line = { $name }: from { $from } to { $to } a week
programme-map-caption = Schools, those to look at first
programme-map-how = How it goes
programme-map-every = All
programme-map-named = Name or town
programme-map-filter = Filter
programme-map-unfilter = Show all
programme-map-count = { $n ->
    [one] { $n } school
   *[other] { $n } schools
 } of { $of }
programme-map-nothing = No school is like that
programme-map-nothing-text = Take a filter away, or shorten the name.
programme-map-all = { $n ->
    [one] The map and the table
   *[other] The { $n } schools: sort, filter
 }
programme-map-others = Your other programmes:
programme-map-csv = The table (CSV)
programme-xlsx = The table (XLSX)
programme-commune = Town
programme-card-engaged = Your school is accepted
programme-card-engaged-more = { $about }: the protocol is still to be written.
programme-card-engaged-do = Write it
programme-card-declined = Your school was not chosen
programme-card-declined-more = { $about }
programme-card-declined-do = Read the answer

# used: programme-moved-*
programme-tick = Tick the schools to engage.
programme-tick-all = Tick the whole page
programme-engage-ticked = Engage the ticked schools
programme-say-ticked = Tick at least one school that awaits an answer.
programme-engaged-all = { $n ->
    [one] One school is engaged. Its head sees it on their day’s page.
   *[other] { $n } schools are engaged. Each head sees it on their day’s page.
 }
programme-moved-engaged = Done: { $name } is engaged. Its head sees it on their day’s page.
programme-moved-declined = Done: { $name } is not chosen. Its head sees it on their day’s page.
programme-moved-left = Done: { $name } takes part no more.
programme-moved-back = { $n ->
    [0] Nothing was put back: the school has begun its protocol, or stands elsewhere by now.
    [one] One school is back where it was.
   *[other] { $n } schools of { $of } are back where they were.
 }

# What each form answers
# used: programme-said-decision-* programme-said-head-* programme-title-*
programme-said-decision-reconduire = It is decided. Here is next year’s programme.
programme-said-decision-adapter = It is decided. Change next year’s sheet here.
programme-said-decision-arreter = It is decided: the programme will not go on.
programme-said-head-applied = Your application is sent. The académie will answer on your day’s page.
programme-said-head-engaged = Your school takes part.
programme-said-head-declined = Noted: your school does not take part this year.
programme-said-head-left = Noted: your school takes part no more.
programme-said-remark = Your remark is added.
programme-said-remark-dropped = Your remark is taken back.
programme-said-sheet = The sheet is saved.
programme-said-partner = { $name } is among the partners.
programme-said-partner-changed = Saved for { $name }.
programme-said-partner-dropped = { $name } is no longer among the partners.
programme-said-created = The programme is made: its sheet and steps are ready. You can engage schools.
programme-said-word = Your text is saved.
programme-said-counted = The numbers have just been counted.
programme-said-draft = The draft is saved. Read it again here.
programme-said-approved = The protocol is approved.
programme-said-published = The protocol is published: families will be told.
programme-said-step = Step added: { $title }.
programme-said-reached = Step reached: { $title }.
programme-said-unreached = Step to be reached again: { $title }.
programme-said-step-dropped = Step taken out: { $title }.
programme-said-proposed = Your text is proposed. It will be published once read.
programme-said-experience = It is published for everybody.
programme-said-withdrawn = It is taken off the public pages.
programme-said-given = The programme is handed over to { $name }.
programme-said-taken = You now pilot this programme.
programme-said-deleted = The programme is deleted.
programme-title-changed = Something has changed meanwhile
programme-title-decided = It is decided already
programme-title-early = It is a little early
programme-title-lived = This programme has been in use
programme-title-piloted = This programme has its pilot
programme-title-not-engaged = The school is not engaged
