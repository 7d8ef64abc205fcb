feed-title = Feeds
feed-lead = The académie’s directory and the schools’ files come in here. What they change is shown school by school before it is applied.
feed-list = What comes in
feed-none = Nothing is registered yet.
feed-last = Last delivery on { $date }
feed-never = Nothing has come yet
feed-is-late = Late
# used: feed-form-*
feed-form-aaf = Annuaire académique fédérateur (AAF)
feed-form-siecle = SIECLE and STS
feed-form-onde = ONDE
feed-form-oneroster = OneRoster
# used: feed-what-*
feed-what-aaf = An académie, one degree. Complete, then changes.
feed-what-siecle = A secondary school: its XML exports.
feed-what-onde = An elementary school: its CSV extractions.
feed-what-oneroster = An académie or a school: CSV 1.1 or 1.2.
feed-kind = Which files
feed-kind-missing = Choose which files come.
feed-new = Register a feed
feed-for = For
feed-for-missing = Choose the académie.
feed-name = Name
feed-name-hint = It is also the name of its folder: letters without accents, figures, hyphens.
feed-name-wrong = Write a name of 2 to 30 signs: letters without accents, figures, hyphens.
feed-name-taken = A feed has this name already. Choose another.
feed-code = Code of the académie or of the school
feed-code-hint = 70 for Normandie, or 0610970Y for a school. A file from elsewhere is refused.
feed-code-wrong = Write the code of the académie (one or two figures) or of the school (seven figures and a letter).
feed-code-academie = The directory is an académie’s: write its code, one or two figures.
feed-code-school = These files are a school’s: write its code, seven figures and a letter.
feed-code-unknown = No open school has this code here. Check it.
feed-code-taken = This school or académie has a feed of this kind already.
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
feed-file = Send files
# used: feed-hint-*
feed-hint-aaf = A .zip of XML files, 8 MB at most. A single XML file counts as a complete delivery of today.
feed-hint-siecle = All together: ElevesSansAdresses, ResponsablesAvecAdresses and sts_emp; also Nomenclature and Structures. As .zip or .xml, 8 MB at most each.
feed-hint-onde = All together: the CSV extractions of pupils, of guardians and of teachers, 4 MB at most each.
feed-hint-oneroster = A .zip with its “manifest.csv”, 8 MB at most.
feed-file-missing = Choose an archive or files.
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
feed-why-nothing = Nothing came with this delivery.
feed-why-other-school = These files are of another school. Nothing was changed.
feed-why-last-year = These files are of a past school year. Nothing was changed.
feed-why-no-pupils = Neither the file of pupils nor that of staff is there. Drop all files together.
feed-why-no-school = No known school is in these files. Nothing was changed.
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
feed-note-passed-over = File left aside: it is none of those that are read.
feed-note-no-pupils = The file of pupils did not come: pupils, guardians and groups stay as they are.
feed-note-no-guardians = The file of guardians did not come: they stay as they are.
feed-note-no-staff = The file of staff did not come: staff and groups stay as they are.
feed-note-authority-unsaid = These files do not say who has parental authority. A new guardian does not have it yet: give it on the pupil’s page, or by a list that is sent (column “autorite”).
feed-note-other-school = A school other than this feed’s: left aside.
feed-note-unsaid-school = The file does not say of which school it is.
feed-note-not-uai = This code is no school’s.
feed-note-other-year = One file is of another school year than the others.
feed-note-not-understood = A value is not understood: it is left out.
feed-note-unprintable = A value holds signs that are no text.
feed-note-incomplete = A name or a number is missing: it is left out.
feed-note-twice = Said twice: the first time counts. Where both say otherwise of parental authority, it is not given.
feed-note-absent-pupil = A pupil who is named is not in the files.
feed-note-absent-guardian = A guardian who is named is not in the files.
feed-note-absent-staff = A member of staff who is named is not in the files.
feed-note-absent-division = A class that is named is not in the files.
feed-note-absent-group = A group that is named is not in the files.
feed-note-absent-subject = A subject that is named is not in the files.
feed-note-absent-mef = A course of study (MEF) that is named is not in the files.
feed-note-absent-child = A guardian’s child is not in the file of pupils.
feed-note-ambiguous-child = A guardian’s child may be one of several pupils: nothing changes for them.
feed-note-other-class = A guardian’s child is found in another class than the one that is written.
feed-note-absent-class = A teacher’s class has no pupil.
feed-note-unknown-org = An organisation that is named is not in the files.
feed-note-unknown-user = A person who is named is not in the files.
feed-note-unknown-course = A course that is named is not in the files.
feed-note-unknown-session = A term that is named is not in the files.
feed-note-no-role = Nothing says what this person is.
feed-note-other-role = This person is said to be two things that do not go together: it is not believed.
feed-note-odd-day = This is no date: it is left out.
feed-note-odd-flag = Neither true nor false: it is left out.
feed-note-odd-word = This word is not of the standard.
feed-note-odd-twice = The same identifier comes twice: the last time counts.
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
feed-reason-too-many = There are too many values or too many rows.
feed-reason-other-academie = A file is of another académie.
feed-reason-other-degree = A file is of another degree: écoles and the second degree each have their own feed.
feed-reason-too-big = The file is too large.
feed-reason-too-much = The files are too large together.
feed-reason-too-many-entries = The archive has too many files.
feed-reason-too-many-records = The file has too many records.
feed-reason-too-many-columns = The file has too many columns.
feed-reason-too-odd = Too much is odd: this is not the file that was meant.
feed-reason-too-deep = The elements are nested too deep.
feed-reason-too-wide = A row has too many cells.
feed-reason-empty = There is nothing to read.
feed-reason-not-xml = This is no XML.
feed-reason-root = This is none of the exports that are read.
feed-reason-twice = The same export came twice: keep one.
feed-reason-other-school = One file is of another school than the others.
feed-reason-doctype = The file defines its own document type: that is refused.
feed-reason-malformed = The XML is not well formed.
feed-reason-encrypted = The archive asks for a password.
feed-reason-headings = These headings are those of no extraction.
feed-reason-missing-column = A column is missing.
feed-reason-twice-column = A column stands twice.
feed-reason-cells = A row has another number of cells than the headings.
feed-reason-quote = A quotation mark is opened and not closed on its line.
feed-reason-no-manifest = The archive has no “manifest.csv”.
feed-reason-version = This version of OneRoster is not read: 1.1 and 1.2 are.
feed-reason-mode = The manifest says something other than “bulk”, “delta” or “absent”.
feed-reason-missing-file = The manifest promises a file that is not there.
feed-reason-twice-file = A file is there twice.
feed-reason-empty-cell = A cell that must say something is empty.
feed-reason-day = This is no date.
feed-reason-flag = Neither true nor false.
feed-reason-word = This word is not of the standard.
# used: feed-treatment-*
feed-treatment-feed = Feeds
feed-treatment-feed-for = Receive the académie’s directory and the schools’ files, and say what could not be read.
feed-treatment-feed-whom = Pupils, guardians, staff.
feed-treatment-feed-what = Archives received, ids and values that could not be read, who registered the feed.
feed-treatment-feed-kept = The archive, until the next complete delivery and a month at least; notes, thirty-five days.
feed-said-registered = The feed is registered.
feed-said-changed = It is saved.
feed-said-sent = The files are received. They are read: nothing is changed yet.
feed-said-known = These files had come already. Nothing has changed.
feed-said-past = Nothing has changed.
feed-said-ended = The feed is ended. What it brought stays.
