agenda-week = The week
agenda-weeks = Weeks
agenda-week-of = From { $from } to { $to }
agenda-week-before = Week before
agenda-week-after = Week after
agenda-week-this = This week
agenda-letter = Week { $letter }
agenda-doubt = The holidays of this year have not been compared with the official order yet.
agenda-yours-week = Your meetings
agenda-school-week = At school
agenda-school-lead = A meeting without an adult waits for a volunteer: open it to take it.
agenda-school-none = No meeting this week
agenda-school-none-text = A new meeting, or a slot that comes back, will be here.
agenda-none = No meeting this week
agenda-none-text = When there is one, it will be here.
agenda-offers = Open to enrolment
agenda-from-to = from { $from } to { $to }
agenda-kind-groupe = Group work
agenda-kind-rendez-vous = Small-group appointment
agenda-kind-oral = Virtual class for speaking
agenda-kind-sur-place = Homework help at school
agenda-kind-depuis-college = Teacher at school, pupils elsewhere
agenda-place-maison = At home
agenda-place-tiers-lieu = In a third place
agenda-place-college = At school
agenda-rhythm-semaine = Every week
agenda-rhythm-A = Weeks A
agenda-rhythm-B = Weeks B
agenda-state-open = Under way
agenda-state-held = Held
agenda-state-cancelled = Cancelled
agenda-state-missed = Nobody said whether it was held
agenda-mark-present = Present
agenda-mark-absent = Absent
agenda-mark-excuse = Excused
agenda-mark-unsaid = Not said
agenda-source-ticket = seen at the help desk
agenda-source-salle = seen in the room
agenda-source-main = noted by an adult
agenda-seat-enrolled = Enrolled
agenda-seat-waiting = On the waiting list
agenda-yours = You
agenda-an-adult = an adult of the school
agenda-nobody = Looks for a volunteer
agenda-places = { $n } of { $of }
agenda-places-term = Places
agenda-waiting = { $n ->
    [one] { $n } pupil waits
   *[other] { $n } pupils wait
 }
agenda-free = { $n ->
    [one] { $n } free place
   *[other] { $n } free places
 }
agenda-full = Full
agenda-full-text = There is no place left. The first on the waiting list gets one as soon as it is free.
agenda-list = Waiting list
agenda-list-text = A message will say when a place is free.
agenda-clash = At the same time as “{ $title }”, at { $time }
agenda-clash-short = Another meeting at the same time
agenda-before-bus = Before the bus is home, at { $time }
agenda-early-short = Not home from the bus yet
agenda-busy = You hold another meeting at the same time, { $hours }.
agenda-home-at = Home by bus at { $time }
agenda-no-bus = No bus
agenda-bus-change = Change
agenda-bus-short = Bus
agenda-bus = Home by bus
agenda-bus-lead-you = Say when you are home after the bus. We will warn you if a meeting begins before.
agenda-bus-lead = When { $name } is home after the bus: we will warn you if a meeting begins before.
agenda-bus-time = Time of arrival at home
agenda-bus-hint = For example 17:40
agenda-bus-none = No school bus
agenda-say-bus = The time must be between noon and 22:00, like 17:40.
agenda-save = Save
agenda-room-open = Open the room
agenda-room-back = Back to the room
agenda-room-since = since { $time }
agenda-room-stayed = In the room { $hours }
agenda-rooms = Rooms
agenda-room-elsewhere = Open the link of the meeting
agenda-room-enter = Enter the room
agenda-take = Enrol
agenda-take-list = Join the waiting list
agenda-take-all = Enrol every time
agenda-leave = Give the place back
agenda-leave-all = Stop coming altogether
agenda-where = Where
agenda-with = With
agenda-kind = Kind of meeting
agenda-pupils = Pupils
agenda-school = School
agenda-open = Open the meeting
agenda-close = End the meeting
agenda-was-held = This meeting was held
agenda-volunteer = I will hold it
agenda-volunteer-too = I will help hold it
agenda-give-up = I cannot any more
agenda-settings = Change the meeting
agenda-enrol = Enrol pupils
agenda-enrol-lead = { $title }, { $date }
agenda-enrol-agreed = Only pupils whose family agreed can be enrolled.
agenda-enrol-save = Enrol
agenda-already = Already enrolled
agenda-classes = Classes
agenda-no-class = No class
agenda-no-class-text = The classes of the school have not been imported yet.
agenda-every-time = Every time this meeting comes back
agenda-say-pupil = Choose at least one pupil.
agenda-no-pupil = No pupil enrolled
agenda-no-pupil-text = The team can enrol some; pupils too, if the meeting is open to them.
agenda-on-list = On the list
agenda-take-off = Take off
agenda-call = Who is there
agenda-call-text = Say who is there. What was noted before can be corrected: the correction leaves a trace.
agenda-call-save = Save
agenda-minutes-label = Minutes of presence
agenda-changes = Corrections
agenda-changed = { $before }, then { $after }
agenda-presences = Presences
agenda-presences-lead = The file has what is shown here: one line per pupil and time, in a meeting or elsewhere. The school office takes it into its own software.
agenda-presences-none = Nothing in this period
agenda-presences-none-text = Pupils enrolled in meetings appear here once the meeting is held.
agenda-corrected = corrected
agenda-from-day = From
agenda-to-day = To
agenda-look = Look
agenda-download = Download the file
agenda-column-1 = Date
agenda-column-2 = Begins
agenda-column-3 = Ends
agenda-column-4 = School
agenda-column-5 = Kind of meeting
agenda-column-6 = Meeting
agenda-column-7 = Adult
agenda-column-8 = Class
agenda-column-9 = Family name
agenda-column-10 = Given name
agenda-column-11 = Presence
agenda-column-12 = Minutes
agenda-column-13 = Source
agenda-column-14 = Corrections
agenda-column-15 = Identifier in the school’s list
agenda-plan = New meeting
agenda-plan-save = Create
agenda-title = Title
agenda-title-hint = Without a pupil’s name: it shows in calendars. For example: Maths, fractions.
agenda-spot = Which one
agenda-spot-hint = The room, the library…
agenda-room = Link of the video room
agenda-room-hint = If you have one, it begins with https://
agenda-who-enrols = Enrolment
agenda-by-self = Pupils may enrol by themselves
agenda-who-holds = Who holds it
agenda-me = I hold it myself
agenda-dispositif = Programme
agenda-dispositif-hint = In a programme the family must have agreed.
agenda-no-dispositif = No programme
agenda-day = Day
agenda-from = From
agenda-to = To
agenda-how-often = How often
agenda-how-often-hint = A meeting that comes back falls on the same day of the week, never in the holidays.
agenda-once = Only once
agenda-last = Until
agenda-last-hint = Only for a meeting that comes back.
agenda-say-day = Give a day.
agenda-say-from = Give the time it begins, like 17:30.
agenda-say-to = It ends between 10 minutes and 4 hours after it begins.
agenda-say-title = The title is too long: 80 signs at most.
agenda-say-places = Between 1 and 200 places are needed.
agenda-say-taken = { $n ->
    [one] { $n } pupil is enrolled: that place is needed at least.
   *[other] { $n } pupils are enrolled: these places are needed at least.
 }
agenda-say-room = The link must begin with https:// and the name of a site, without a space, and without “@” before that name.
agenda-say-dispositif = This programme does not run at this school.
agenda-say-later = Choose a day to come, within a year.
agenda-say-school-day = There is no school that day. Choose a school day.
agenda-say-last = The last day comes after the first, in the same school year.
agenda-cancel-title = Cancel the meeting
agenda-cancel-text = The pupils enrolled and their families get a message.
agenda-cancel = Cancel the meeting
agenda-reason = Reason
agenda-reason-hint = Families read it. Without a pupil’s name.
agenda-slots = Slots
agenda-slots-lead = What comes back every week. The meetings of the next five weeks are made from it, on school days only.
agenda-slots-none = No slot
agenda-slots-none-text = Create a meeting that comes back every week: it will be here.
agenda-until = until { $date }
agenda-regulars = { $n ->
    [0] no regular pupil
    [one] { $n } regular pupil
   *[other] { $n } regular pupils
 }
agenda-slot-end = Stop this slot
agenda-slot-end-text = The meetings to come are cancelled; the pupils enrolled and their families get a message. What was held stays.
agenda-slot-end-do = Stop
agenda-feeds = Follow your agenda elsewhere
agenda-feeds-lead = A secret address shows the meetings in the calendar of a phone or a computer.
agenda-feed-name = Préau, meetings
agenda-feed-made = The address is ready
agenda-feed-address = To copy into the calendar, “subscribe to a calendar”
agenda-feed-once = It is shown only once. If it is lost, make another one.
agenda-feed-open = Follow it in this device’s calendar
agenda-feed-copy = Copy
agenda-feed-copied = Copied.
agenda-feed-scan = Or point your phone’s camera at the square.
agenda-feed-secret = Whoever knows the address sees the meetings, without any pupil’s name. If it was given by mistake, revoke it: it shows nothing any more.
agenda-feed-since = Address made { $date } at { $time }
agenda-feed-revoke = Revoke
agenda-feed-make = Make an address
agenda-feed-most = There are five addresses already. Revoke one to make another.
agenda-print = Print
agenda-counts = Meetings held this week
agenda-counts-none = No meeting held this week
agenda-counts-none-text = The numbers of each school will be here.
agenda-count-meetings = Meetings
agenda-count-enrolled = Enrolments
agenda-count-presences = Presences
agenda-contact = the digital referent of the school
agenda-refused-over = This meeting is over or cancelled.
agenda-refused-elsewhere = This pupil is not of this school.
agenda-refused-taken = Two colleagues hold it already.
agenda-refused-early = It is too early: it opens a quarter of an hour before.
agenda-refused-silent-you = Your family has not answered yet. Talk to them; { $contact } can help you answer.
agenda-refused-silent-family = Your agreement is missing for this help. Answer the school’s announcement first; { $contact } can help you.
agenda-refused-silent-staff = The family has not answered yet. See with { $contact } how to reach them.
agenda-refused-refused-you = Your family said no to this help. Talk about it with them; { $contact } can answer their questions.
agenda-refused-refused-family = The family said no to this help. To change your mind, answer the announcement again; { $contact } can help you.
agenda-refused-refused-staff = The family said no. The pupil cannot be enrolled; { $contact } can talk with them.
agenda-tell-moved-you = There is a place for you: { $title }, { $date } at { $time }.
agenda-tell-moved-family = There is a place for your child: { $title }, { $date } at { $time }.
agenda-tell-cancelled-you = The meeting is cancelled: { $title }, { $date } at { $time }. Do not come that evening.
agenda-tell-cancelled-family = Your child’s meeting is cancelled: { $title }, { $date } at { $time }.
agenda-tell-reason-you = The meeting is cancelled: { $title }, { $date } at { $time }. { $reason }
agenda-tell-reason-family = Your child’s meeting is cancelled: { $title }, { $date } at { $time }. { $reason }
# used: agenda-kind-* agenda-place-* agenda-rhythm-* agenda-mark-* agenda-source-* agenda-column-* agenda-refused-* agenda-tell-* agenda-state-* agenda-said-* agenda-count-*
agenda-way-slots = The slots of the week
agenda-way-presences = Presences
agenda-chapter = Meetings
agenda-figure-held = Meetings held
agenda-figure-came = Places taken where the pupil came
# used: agenda-card-*
agenda-card-mine-on = { $about }
agenda-card-mine-on-more = It is on now, since { $time }.
agenda-card-mine-on-do = Go
agenda-card-mine-next = { $about }
agenda-card-mine-next-more = { $day } at { $time }
agenda-card-mine-next-do = See
agenda-card-offers = { $n ->
    [one] One session you can join
   *[other] { $n } sessions you can join
 }
agenda-card-offers-more = The first: { $day } at { $time }
agenda-card-offers-do = Choose
agenda-card-child-on = { $about }
agenda-card-child-on-more = It is on now, since { $time }.
agenda-card-child-on-do = See
agenda-card-child-next = { $about }
agenda-card-child-next-more = { $day } at { $time }
agenda-card-child-next-do = See
agenda-card-open = Your session can begin
agenda-card-open-more = { $about }, at { $time }
agenda-card-open-do = Begin
agenda-card-missed = Was this session held?
agenda-card-missed-more = { $about }, { $since }
agenda-card-missed-do = Answer
agenda-card-presence = Who was there?
agenda-card-presence-more = { $about }, { $since }
agenda-card-presence-do = Say who came
agenda-card-held = { $about }
agenda-card-held-more = Session open, until { $time }
agenda-card-held-do = Go
agenda-card-next = { $about }
agenda-card-next-more = { $day } at { $time }
agenda-card-next-do = See
agenda-card-unheld = { $n ->
    [one] One session has no adult yet
   *[other] { $n } sessions have no adult yet
 }
agenda-card-unheld-more = The first: { $day } at { $time }
agenda-card-unheld-do = Choose
agenda-pupil-week = The days to come
agenda-pupil-presence = Presence
agenda-presences-week = Week from { $from } to { $to }
agenda-presences-days = From { $from } to { $to }
agenda-presences-meetings = In meetings
agenda-any-class = All classes
agenda-any-mark = All
agenda-count-present = { $n ->
    [one] 1 present
   *[other] { $n } present
 }
agenda-count-absent = { $n ->
    [one] 1 absent
   *[other] { $n } absent
 }
agenda-count-excuse = { $n ->
    [one] 1 excused
   *[other] { $n } excused
 }
agenda-count-unsaid = { $n ->
    [one] 1 not said
   *[other] { $n } not said
 }
agenda-say-order = The end comes after the beginning.
agenda-say-year = A year at most: choose a nearer end, or ask twice.
agenda-say-period-title = These days cannot be shown
agenda-say-never = This meeting would never fall on a school day. Choose another day.
agenda-say-pupil-title = Nobody is chosen
agenda-refused-over-title = It is too late
agenda-refused-elsewhere-title = A pupil of another school
agenda-refused-taken-title = The meeting is held already
agenda-refused-early-title = It is a little early
agenda-refused-silent-title = The family’s answer is missing
agenda-refused-refused-title = The family said no
agenda-named = { $title }, { $date } at { $time }
agenda-said-told = { $n ->
    [one] The pupil and their family are told.
   *[other] The { $n } pupils and their families are told.
 }
agenda-said-taken = Enrolled: { $meeting }.
agenda-said-listed = On the waiting list: { $meeting }. A message will say when a place is free.
agenda-said-left = Place given back: { $meeting }.
agenda-said-enrolled = { $n ->
    [one] 1 pupil enrolled: { $meeting }.
   *[other] { $n } pupils enrolled: { $meeting }.
 }
agenda-said-held = Noted: you hold this meeting.
agenda-said-free = Noted: you no longer hold this meeting.
agenda-said-opened = The meeting is open.
agenda-said-closed = The meeting is over. Say who was there.
agenda-said-called = Presence saved: { $counts }.
agenda-said-changed = The meeting is changed.
agenda-said-cancelled = Meeting cancelled: { $meeting }.
agenda-said-planned = Meeting made: { $meeting }.
agenda-said-slot = Slot made: { $title }, until { $date }.
agenda-said-slot-held = Noted: you hold “{ $title }” every time.
agenda-said-slot-free = Noted: you no longer hold “{ $title }”.
agenda-said-slot-ended = Slot ended: { $title }.
agenda-said-bus = Back from the bus: { $time }.
agenda-said-no-bus = Noted: no bus.
agenda-said-revoked = The address is withdrawn: it shows nothing any more.
# used: agenda-treatment-*
agenda-treatment-meetings = Meetings and presence
agenda-treatment-meetings-for = To organise meetings, to know who is expected and who came.
agenda-treatment-meetings-whom = Pupils, staff who hold meetings.
agenda-treatment-meetings-what = Meetings, enrolments, presence and its corrections, time of a pupil’s bus.
agenda-treatment-meetings-kept = Pupils of a slot: thirty days after the last meeting. Time of the bus: while the pupil is enrolled.
agenda-treatment-feed = Calendar feed
agenda-treatment-feed-for = To show one’s meetings in the calendar of one’s own device.
agenda-treatment-feed-whom = Everybody who subscribes.
agenda-treatment-feed-what = The digest of a secret link, which the person makes and revokes.
