feed-title = Feeds
feed-lead = The académie’s directory comes in by itself. What it changes is shown school by school before it is applied.
feed-list = What comes in
feed-none = Nothing is registered yet.
feed-last = Last delivery on { $date }
feed-never = Nothing has come yet
feed-is-late = Late
# used: feed-form-*
feed-form-aaf = Annuaire académique fédérateur (AAF)
feed-new = Register a feed
feed-for = For
feed-for-missing = Choose the académie.
feed-name = Name
feed-name-hint = It is also the name of its folder: letters without accents, figures, hyphens.
feed-name-wrong = Write a name of 2 to 30 signs: letters without accents, figures, hyphens.
feed-name-taken = A feed has this name already. Choose another.
feed-code = Code of the académie
feed-code-hint = As its files say it: 70 for Normandie. A file of another académie is refused.
feed-code-wrong = Write the code of the académie: one or two figures.
feed-days = Warn after so many days without a delivery
feed-days-hint = 3 for a daily delivery.
feed-days-wrong = Write a number of days, from 1 to 400.
feed-alone = Apply without waiting what is not doubtful
feed-alone-hint = Only after a first confirmation. A school where something is to be checked, or that more than one person in ten would leave, always waits; so does a new school year.
feed-register = Register
feed-where = Where files go
feed-folder = The server takes them from the folder
feed-folder-text = A file is taken when it has not changed for a minute, or as soon as “NAME.ok” lies beside it. It then goes to “done”, or to “refused” if it cannot be read.
feed-no-folder = No folder is watched on this server: send files by this page, or name a folder in the configuration.
feed-file = Send an archive
feed-file-hint = A .zip of XML files, 8 MB at most.
feed-file-missing = Choose an archive.
feed-send = Send
feed-deliveries = What it brought
feed-no-delivery = Nothing yet.
feed-complete = Complete, of { $day }
feed-change = Changes of { $day }
feed-counts = { $schools ->
    [one] 1 school
   *[other] { $schools } schools
 }, { $pupils ->
    [one] 1 pupil
   *[other] { $pupils } pupils
 }, { $guardians ->
    [one] 1 guardian
   *[other] { $guardians } guardians
 }, { $staff ->
    [one] 1 member of staff
   *[other] { $staff } members of staff
 }.
feed-to-turn = See what changes
# used: feed-state-*
feed-state-waiting = To be read
feed-state-staged = Compared
feed-state-settled = Done
feed-state-same = No change
feed-state-refused = Refused
# used: feed-why-*
feed-why-no-complete = These changes follow no complete delivery. Drop a complete one first.
feed-why-older = This delivery is older than the last one that was read. Nothing was changed.
feed-why-other-academie = These files are of another académie. Nothing was changed.
feed-why-unreadable = These files cannot be read. The report says where. Nothing was changed.
feed-settings = How it is followed
feed-change-do = Save
feed-nobody = Nobody answers for this feed any more: it waits. Save its settings to answer for it.
feed-end = End this feed
feed-end-text = Its folder is watched no longer. What it brought stays.
# used: feed-late*
feed-late = The feed { $about } does not come any more
feed-late-more = No delivery since { $since }. Ask whoever drops the files.
feed-late-do = See the feed
feed-late-text = { $n ->
    [one] No delivery for more than a day. Ask whoever drops the files.
   *[other] No delivery for more than { $n } days. Ask whoever drops the files.
 }
feed-report = Report of the delivery
feed-came = Came on { $date } at { $time }
feed-files = The files
feed-notes = Good to know
feed-no-note = Nothing to report.
feed-more-notes = { $n ->
    [one] One more note is not shown.
   *[other] { $n } more notes are not shown.
 }
feed-place = { $file }, line { $n }
# used: feed-note-*
feed-note-absent = To be changed or deleted, but not among what is known.
feed-note-no-class = Pupil without a class at this school: left as they are.
feed-note-service = A service answers for the child: no account is made for it.
feed-note-function = A function that gives no role here: give one by hand if it is needed.
feed-note-no-uai = School without a code: left out.
feed-note-unknown-guardian = A guardian who is named is not in the file.
feed-note-unknown-school = A school that is named is not in the file.
feed-note-no-school = Somebody without a school: left out.
feed-note-unknown-class = A class that is named is not among the school’s.
feed-note-unknown-group = A group that is named is not among the school’s.
feed-note-unknown-mef = A course of study (MEF) is not in the file.
feed-note-unknown-subject = A subject is not in the file.
feed-note-authority = Parental authority is said in two ways: it is not given.
feed-note-two-links = A guardian is said twice, in two ways.
feed-note-no-name = Somebody without a name: left as they are.
feed-note-unreadable = A value cannot be read.
# used: feed-reason-*
feed-reason-input = The file cannot be read.
feed-reason-too-large = The file is too large.
feed-reason-archive = The archive is damaged.
feed-reason-too-many-files = The archive has too many files.
feed-reason-no-file = The archive has no file named like the directory’s (“…_Complet_…” or “…_Delta_…”).
feed-reason-encoding = The encoding of the file is not read.
feed-reason-not-text = This is no text.
feed-reason-xml = The XML is not well formed.
feed-reason-other-document = This is no file of the directory.
feed-reason-internal-dtd = The file defines its own document type: that is refused.
feed-reason-entity = An entity is unknown.
feed-reason-cut = The file is cut: it did not come whole.
feed-reason-unexpected = An element is out of place.
feed-reason-no-name = An attribute has no name.
feed-reason-operation = An operation is unknown.
feed-reason-no-category = A request does not say what it is about.
feed-reason-no-id = A request has no id.
feed-reason-too-long = A value is too long.
feed-reason-too-many = A request has too many values.
feed-reason-other-academie = A file is of another académie.
feed-reason-other-degree = A file is of another degree: écoles and the second degree each have their own feed.
# used: feed-treatment-*
feed-treatment-feed = Feeds
feed-treatment-feed-for = Receive the académie’s directory, and say what could not be read.
feed-treatment-feed-whom = Pupils, guardians, staff.
feed-treatment-feed-what = Archives received, ids and values that could not be read, who registered the feed.
feed-treatment-feed-kept = The archive, until the next complete delivery and a month at least; notes, thirty-five days.
feed-said-registered = The feed is registered.
feed-said-changed = It is saved.
feed-said-sent = The archive is received. It is being read: nothing is changed yet.
feed-said-known = This archive had come already. Nothing has changed.
feed-said-past = Nothing has changed.
feed-said-ended = The feed is ended. What it brought stays.
