directory-classes = Classes
directory-no-class = No class here
directory-no-class-text = Classes come with the import of the pupils.
directory-class-heading = Class
directory-count-heading = Pupils
directory-cards-heading = Cards
directory-cards-of = Cards of { $class }
directory-cards-print = Cards of the class
directory-no-pupil = Nobody in this class
directory-no-pupil-text = Pupils come with the import.
directory-pupils = { $n ->
    [0] No pupil
    [one] One pupil
   *[other] { $n } pupils
 }
directory-family-heading = Family name
directory-given-heading = Given name
directory-synthetic = made up
# used: directory-fault-*
directory-fault-cell = Line { $line }, column { $column }, “{ $value }”: { $why }
directory-fault-column = Line { $line }, column { $column }: { $why }
directory-fault-row = Line { $line }: { $why }
directory-fault-empty = the file has no rows.
directory-fault-too-big = the file is larger than 64 MB.
directory-fault-old-sheet = an .xls workbook of before 2007 is not read. Save it as .xlsx or CSV and try again.
directory-fault-too-many = the file has more than 100,000 rows: it is no directory of schools.
directory-fault-heavy = the file holds more than can be read, here or before. Keep the table alone, with no cell far from it (1,048,576 rows and 200 columns at most), and try again.
directory-fault-encoding = the accents cannot be read. Save the file as “CSV UTF-8” and try again.
directory-fault-no-heading = this cell is in a column without a heading. Give the column a heading, or empty it.
directory-fault-too-long = this cell is longer than 500 characters.
directory-fault-broken = this cell holds the error of a formula. Write the value itself.
directory-fault-date-here = the spreadsheet has changed this cell into a date. Give the whole column the format Text, write the value again and try again.
directory-fault-rounded = the spreadsheet has rounded this number. Give the whole column the format Text, take the original values and try again.
directory-fault-future = this day of birth has not come yet.
directory-fault-authority-twice = line { $first } says the opposite for the same child, { $child }. Keep one of the two.
directory-fault-user-taken = this user name is already that of { $holder }. This one is free: { $free }.
directory-fault-bad-sheet = this workbook cannot be opened. Save it as CSV and try again.
directory-fault-missing-column = this column is missing.
directory-fault-twice-column = this column stands twice.
directory-fault-cells = the row has { $found } cells, it needs { $expected }. If this is the last line, the file was cut.
directory-fault-quote = a quotation mark is opened here and not closed on its line.
directory-fault-hollow = the file holds hundreds of thousands of empty cells or rows, here or before: not all of it was read. Copy the table alone into a new workbook, and try again.
directory-fault-empty-cell = this cell cannot be empty.
directory-fault-not-for-role = this cell must stay empty for this role.
directory-fault-not-text = this is no plain text.
directory-fault-formula = a cell cannot begin with =, +, - or @: a spreadsheet would take it for a formula.
directory-fault-key = a key has 64 characters at most, without space or comma.
directory-fault-name = a name has 80 characters at most: letters, spaces, hyphens, apostrophes.
directory-fault-date = this is no date. Write 31/05/2014 or 2014-05-31. In a spreadsheet, give the whole column the format dd/mm/yyyy.
directory-fault-role = there is no such role. Choose élève, responsable, enseignant, documentaliste, CPE, AED, AESH, PsyEN, référent, direction or directeur (of an école).
directory-fault-uai = a UAI has seven digits and a letter.
directory-fault-uai-letter = the letter of this UAI should be { $expected }.
directory-fault-class = the name of a class has 20 characters at most, as 6A or Tle 2.
directory-fault-yes-no = write oui or non.
directory-fault-phone = this is not the telephone number of a person. Write it like 06 12 34 56 78 or +33 6 12 34 56 78.
directory-fault-lang = this is no language code, as ar, tr or uk.
directory-fault-user = a user name has 3 to 60 characters: letters without accent, digits, points, hyphens.
directory-fault-contradiction = line { $first } says otherwise of the same key.
directory-fault-user-twice = line { $first } gives this user name to somebody else.
directory-fault-unknown-school = this school is not known here. Import the directory of schools first.
directory-fault-not-yours = you may not give this role at this school. Remove the row, or ask the académie.
directory-fault-closed-school = this school is closed.
directory-fault-unknown-child = no pupil has this key.
directory-fault-own-guardian = nobody answers for themselves.
directory-fault-other-person = this key is already that of “{ $known }”, the row says “{ $said }”.
directory-fault-twice = this code already stands on line { $first }, with other content.
directory-fault-number = this is no whole number.
directory-fault-coordinate = this is no coordinate.
directory-fault-postcode = a postcode has five digits.
directory-fault-departement = this is not the code of a département.
directory-fault-flag = write 1 or 0.
# used: directory-column-*
# used: directory-guardian-*
# used: directory-noted-*
directory-reading = How this file was read
directory-reading-columns = How each column was understood
directory-reading-heading = Heading in the file
directory-reading-taken = Understood as
directory-reading-example = Example
directory-reading-column = “{ $heading }”: { $taken }
directory-reading-column-such = “{ $heading }”: { $taken }, for example “{ $example }”
directory-reading-ignored = Columns left out, nothing is read there: { $headings }.
directory-reading-none = No column was understood. The first row of the table must hold the headings of the columns.
directory-reading-mend = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
 }
directory-reading-mend-text = Nothing was kept. Mend the file, then send it again.
directory-reading-row = Line { $line } of the file
directory-reading-more = { $n ->
    [one] And one more thing to mend, which is told after these.
   *[other] And { $n } more things to mend, which are told after these.
 }
directory-reading-here = to mend
directory-reading-notes = To know
directory-reading-people = { $n ->
    [0] Nobody was read.
    [one] One person read.
   *[other] { $n } people read.
 }
directory-lines-all = { $lines } and { $last }
directory-lines-more = { $n ->
    [one] { $lines } and one other
   *[other] { $lines } and { $n } others
 }
directory-faults-cell = Lines { $lines }, column { $column }, “{ $value }”: { $why }
directory-faults-such = Lines { $lines }, column { $column }, for example “{ $value }”: { $why }
directory-faults-column = Lines { $lines }, column { $column }: { $why }
directory-faults-row = Lines { $lines }: { $why }
directory-fault-two-columns = two columns mean the same and do not agree. Keep the right one and remove the other.
directory-fault-whole-name = the family name and the given name cannot be told apart. Write the family name in capitals and the given name in small letters, as NOUVEL Inès, or give two columns.
directory-fault-whose-authority = several guardians are named, and this column does not say of which one it is. Add the number to its heading, as “Autorité parentale resp. légal 1”.
directory-note = Line { $line }, “{ $said }”: { $why }
directory-noted-one-person = the same name and the same day of birth as on line { $first }, without a key: they are one person. If they are two, give each a key.
directory-noted-two-people = the same name and the same number as on line { $first }, for another child, without a key: they are two people. If they are one, give them the same key on both lines.
directory-noted-above = this line is above the headings of the columns: it was not read.
directory-noted-no-given-name = this guardian has no given name, as a service has none: left out.
directory-column-of = { $column } ({ $who })
directory-column-twin = the same as “{ $heading }”, which says as much or more: left out
directory-column-identifiant = key
directory-column-ine = national number (INE)
directory-column-numero_eleve = the pupil’s number in the school
directory-column-nom = family name
directory-column-nom_usage = family name in use, kept where there is one
directory-column-prenom = given name
directory-column-prenom_usage = given name in use, kept where there is one
directory-column-nom_prenom = family name and given name
directory-column-naissance = date of birth
directory-column-role = role
directory-column-uai = school (UAI)
directory-column-classe = class
directory-column-responsable_de = the child’s key
directory-column-autorite = parental authority
directory-column-telephone = telephone
directory-column-autre_telephone = telephone, where the other is missing
directory-column-langue = language
directory-column-utilisateur = user name
directory-column-fin = last day
directory-column-courriel = e-mail address of staff
directory-guardian-0 = guardian
directory-guardian-1 = guardian 1
directory-guardian-2 = guardian 2
directory-guardian-3 = guardian 3
directory-guardian-4 = guardian 4
directory-guardian-5 = father
directory-guardian-6 = mother
directory-to-check = To check, line { $line }, column { $column }, “{ $said }”: { $why }
# used: directory-check-*
directory-check-alike = looks like “{ $other }”. They stay two people until somebody says otherwise.
directory-check-by-name = known here by the same name, without another number of this file: { $other }. Taken for the same person.
directory-check-renamed = was called “{ $other }”. The new name is kept. If this is somebody else, mend the key and try again.
directory-check-twins = was called “{ $other }”, and somebody of the same family was born the same day. The new name is kept. If the keys of twins were exchanged, mend the file and try again: cards and messages follow the key.
directory-check-age = that makes { $other } years. Check the day of birth and the role.
directory-check-pupil-and-adult = the file makes them a pupil and an adult too. Check the key and the role.
directory-check-class = this new class looks like “{ $other }”. They are two classes. If it is the same, write it the same way everywhere and try again.
directory-check-by-hand = The tie with { $other } was corrected by hand: it stays as it is.
directory-check-beyond = This person also holds a role that you do not look after: their name, day of birth and number stay as they are.
directory-check-two-classes = is also in “{ $other }”, of the same school. Check the class.
directory-way-classes = Classes and cards
# used: directory-kind-*
# used: directory-part-*
# used: directory-guest-*
# used: directory-deed-*
directory-groups = Groups
directory-no-group = No group yet
directory-no-group-text = Groups and classes are shown here.
directory-more-schools = { $n ->
    [one] and one other school
   *[other] and { $n } other schools
 }
directory-kind = What it is for
directory-kind-missing = Choose what the group is for.
directory-kind-class = Class
directory-kind-teaching = Teaching group
directory-kind-need = Need group
directory-kind-cross-school = Group of several schools
directory-kind-team = Team
directory-kind-cohort = Cohort
directory-kind-club = Club
directory-part = Part in the group
directory-part-hint = Who leads adds and removes people. Who helps sees the whole group and changes nothing.
directory-part-teacher = Leads
directory-part-member = Member
directory-part-observer = Helps
directory-group-new = New group
directory-group-name = Name of the group
directory-name-wrong = Give a name of at most 60 characters.
directory-class-were = Those who were in it
directory-name-signs = A name is one line, without signs such as < or =.
directory-name-empty = Write a name.
directory-choose = Choose
directory-home = School of the group
directory-home-hint = You can add another school later.
directory-school-missing = Choose a school.
directory-shows-roster = Members see who is in the group
directory-group-make = Make the group
directory-group-until = Until { $date }
directory-take-in = Add people
directory-take-pupils = Pupils
directory-from = Class or group
directory-from-hint = Choose where the pupils come from.
directory-from-show = Show the pupils
directory-from-nobody = No pupil of your school here.
directory-pupils-heading = Pupils to add
directory-take-colleague = A colleague
directory-colleague = Colleague
directory-nobody-chosen = Choose at least one person.
directory-since = From
directory-since-hint = Empty: today.
directory-until = Until
directory-until-hint = Empty: without end.
directory-days-wrong = The last day comes after the first, and not before today.
directory-people = { $n ->
    [0] Nobody
    [one] One person
   *[other] { $n } people
 }
directory-nobody = Nobody to show
directory-nobody-text = This group shows nobody for now.
directory-member-from = from { $date }
directory-member-since = since { $date }
directory-member-until = until { $date }
directory-let-go = Remove
directory-class-page = Page of the class
directory-settings = Settings of the group
directory-keep = Save
directory-other-school = Another school
directory-uai = UAI code of the school
directory-uai-hint = Seven digits and a letter. Its head may then add its pupils and colleagues.
directory-uai-unknown = No open school has this code.
directory-add-school = Add this school
directory-trail = What was done
directory-trail-last = The last { $n } deeds are here; whoever administers the platform finds the others.
directory-deed-group-made = Group made
directory-deed-group-joined = Somebody added
directory-deed-group-left = Somebody removed
directory-deed-group-changed = Settings changed
directory-deed-group-home = A school added
directory-deed-group-guest = A guest added
directory-deed-group-ended = Group ended
directory-end = End the group
directory-end-text = Nobody will be in it, from now on. This cannot be undone.
directory-guests = Guests
directory-guests-lead = A guest comes from outside. They enter with a card, see the groups they are in and the messages written to them, and nothing else.
directory-guest-cards = Cards of the guests
directory-guest-new = A new guest
directory-guest-role = Who they are
directory-guest-role-missing = Choose who this guest is.
directory-guest-association = An association
directory-guest-tutor = A company tutor
directory-guest-elected = An elected official
directory-guest-delegate = A parents’ representative
directory-guest-partner = A partner (Canopé, Région)
directory-guest-part-hint = A member sees what the group shows its members. Who helps or leads sees the whole group.
directory-guest-until-hint = The last day on which they may enter.
directory-guest-until-missing = Give the last day, after today.
directory-guest-make = Add this guest
directory-given-missing = Give a given name.
directory-family-missing = Give a family name.
directory-pupil-family = Family
directory-pupil-no-family = Nobody who answers for them is known here.
directory-pupil-no-authority = without parental authority

# What is found
directory-found-pupils = Pupils
directory-found-adults = Adults
directory-found-groups = Classes and groups
directory-found-schools = Schools
directory-sight = Limited sight
directory-sight-whose = { $guardian }, without parental authority, for { $child }
directory-sight-law = A parent without the exercise of parental authority keeps the right to be told of important choices. Anybody else has it only if the family or a judge says so. Read the decision again before you open it.
directory-sight-opens = It shows the letters of the programmes that are proposed to the pupil from today on, and whether the pupil takes part.
directory-sight-opens-not = It shows no meeting, no presence and no demand for help, and decides nothing.
directory-sight-open = The sight is open
directory-sight-about = From { $from } to { $until }, opened by { $by }
directory-sight-reason = Why do you open it?
directory-sight-reason-hint = For instance: judgment of 12 March, the other parent knows. 10 to 300 characters. Kept with your name.
directory-sight-until = Until which day, included?
directory-sight-until-hint = A year at most. It then closes by itself.
directory-sight-do = Open this sight
directory-sight-end = Close this sight
directory-sight-past = Sights of the past
directory-sight-say-reason = Write the reason, in 10 to 300 characters.
directory-sight-say-until = Choose a day to come, within a year.
directory-sight-deed = Sight opened until { $until }: { $reason }
directory-sight-deed-end = Sight closed
directory-sight-link = Sight
directory-places = Schools
directory-places-search = Name, town or UAI
directory-places-none = No school
directory-places-none-text = First take the directory of schools.
directory-places-unfound = No school found
directory-places-unfound-text = Write a word of its name, its town, or its UAI code.
directory-places-more = { $n ->
    [one] And one more: add a word, such as the town.
   *[other] And { $n } more: add a word, such as the town.
 }
directory-places-heads = { $n ->
    [0] no head
    [one] one head
   *[other] { $n } heads
 }
directory-places-referents = { $n ->
    [0] no referent
    [one] one referent
   *[other] { $n } referents
 }
directory-places-classes = { $n ->
    [0] no class
    [one] one class
   *[other] { $n } classes
 }
directory-places-caption = { $n ->
    [0] No school
    [one] One school
   *[other] { $shown } schools
 }
directory-places-faults = { $n ->
    [one] One thing is to be mended in the directory
   *[other] { $n } things are to be mended in the directory
 }
directory-places-doubts = This directory would close many schools
directory-places-closing = { $academie }: { $n } of { $of } would close.
directory-places-doubt = Compare the file with the one that is published, then tick the box.
directory-places-really = Yes, they really close
directory-places-list = Take the directory of schools
directory-places-list-text = The directory that the ministry publishes (CSV). Préau brings that of Normandy: 2 378 schools.
directory-places-file = The directory, as CSV
directory-places-no-file = Choose a file, or take the one Préau brings.
directory-places-wrong = This file cannot be taken: what is to be mended stands on top of the page.
directory-places-take = Take this file
directory-places-ours = Take the Norman schools
directory-places-read = { $n ->
    [0] No school was read.
    [one] One school was read.
   *[other] { $shown } schools were read.
 }
directory-place = School
directory-place-name = Name
directory-place-heads = Heads
directory-place-referents = Referents
directory-place-people = People
directory-place-nobody = Nobody yet
directory-place-all = People of this school
directory-place-passwords = First passwords of the team
directory-place-add = Add a person
directory-place-closed = Closed
directory-place-name-wrong = A name has 120 signs at most.
directory-place-known = This school is known already: { $name }.
directory-place-open = Open a school by hand
directory-place-open-text = For a school that the published directory does not have yet.
directory-place-no-class = No class.
directory-place-rename = Change the name
directory-place-merge = Make one with another
directory-place-merge-text = All that is at { $name } goes to the other: people, classes, meetings. This school closes. You can undo it for thirty days.
directory-place-close = Close the school
directory-place-close-classes = { $n ->
    [0] No class is open.
    [one] One class closes.
   *[other] { $n } classes close.
 }
directory-place-close-people = { $n ->
    [0] Nobody holds a role there.
    [one] One person loses their role there today.
   *[other] { $n } people lose their role there today.
 }
directory-place-close-text = All of it can still be read. For thirty days, opening the school again brings all of it back.
directory-place-reopen = Open the school again
directory-place-reopen-text = Its classes open again and everybody has their role back.
directory-place-reopen-alone = The school alone opens: its closing can no more be undone. Classes and people come back by a list.
directory-place-lately = Changed within a month
# used: directory-place-done-*
directory-place-done-nom = The school is now called { $name }.
directory-place-done-ferme = { $name } is closed.
directory-place-done-ouvert = { $name } is open again, with its classes and everybody’s roles.
directory-place-done-ouvert-reste = { $name } is open again. What changed since it closed stays as it is; all the rest is back.
directory-place-done-ouvert-seul = { $name } is open again, without its classes and people: they come back by a list, on the page “Who comes, who leaves”.
directory-place-done-fusion = The two schools are one: { $name }.
directory-place-done-classe = The class { $name } is open.
directory-place-done-classe-nom = The class is now called { $name }.
directory-place-done-classe-ferme = The class { $name } is closed.
directory-place-done-classe-ouvert = The class { $name } is open again.
directory-place-done-classe-fusion = The two classes are one: { $name }.
directory-place-done-annule = It is undone, all is as before: { $name }.
directory-place-done-reste = Part of it changed since and stays as it is; the rest is undone: { $name }.
directory-undo = Undo
# used: directory-undo-*
directory-undo-school-renamed = Name changed:
directory-undo-school-closed = Closed:
directory-undo-school-opened = Opened:
directory-undo-school-merged = Made one:
directory-undo-class-renamed = Name changed:
directory-undo-class-closed = Class closed:
directory-undo-class-opened = Class opened:
directory-undo-class-merged = Class made one:
directory-class-new = New class
directory-class-open = Open the class
directory-class-closed = Class closed
directory-class-known = An open class of this school already has this name.
directory-class-known-closed = A closed class of this school already has this name.
directory-class-name-long = The name of a class has at most 20 characters, such as 6A or Tle 2.
directory-class-name = Name of the class
directory-class-merge = Make one with another class
directory-class-merge-text = The pupils of { $name } and what it has go to the other. You can undo it for thirty days.
directory-class-with = The other class
directory-class-choose = Choose the other class.
directory-class-close = Close the class
directory-class-close-text = A class is closed once nobody is in it. It can still be read.
directory-class-not-empty = There still are pupils in this class: give them another class first, or make it one with another.
directory-class-list = See the list of the class
directory-class-reopen = Open the class again
directory-first-schools = The schools are there
directory-first-schools-text = Take the published directory; Préau brings that of Normandy.
directory-first-pilot = Somebody pilots
directory-first-pilot-text = Give somebody the role of pilot of the académie: they open a programme.
directory-first-head = A school has its head
directory-first-head-text = Create whoever heads a first school; they then name their team.
directory-first-people = Pupils are there
directory-first-people-text = The head or the referent sends the list of their school, as SIECLE, ONDE or Pronote gives it.
# used: directory-treatment-*
directory-treatment-people = Directory
directory-treatment-people-for = To know who is a pupil or a member of which class, group and school, and give each one what concerns them.
directory-treatment-people-whom = Pupils, guardians, staff, partners.
directory-treatment-people-what = Family and given name, date of birth, telephone, language, keys of imported files, roles, classes and groups.
directory-treatment-people-kept = The person: as long as the school says so; erased on request, a row without a name stays. A group’s place goes with its group, a year after its end.
directory-treatment-families = Ties between children and guardians
directory-treatment-families-for = To show and ask families what concerns their children, and nobody else.
directory-treatment-families-whom = Pupils and their guardians.
directory-treatment-families-what = Who answers for which child, with parental authority or without, and what the school allowed them to see.
directory-treatment-trail = Trail of deeds
directory-treatment-trail-for = To be able to say who did what, and undo a mistake.
directory-treatment-trail-whom = Everybody who acts in Préau, and those they act upon.
directory-treatment-trail-what = The deed, who did it, when and why; for thirty days what was there before, to undo it.
directory-treatment-search = Search
directory-treatment-search-for = To find a person, a class or a page, within what one may see.
directory-treatment-search-whom = Pupils, guardians, staff.
directory-treatment-search-what = The words of what can be found, names among them.
directory-treatment-search-kept = As long as what is found; goes with the erasure of the person.

directory-said-sight = This sight is open.
directory-said-sight-end = This sight is closed.
directory-said-founded = { $name } is among the schools.
directory-said-guest = They are invited. Print their card so that they can come in.
directory-said-joined = Done: the group has new members.
directory-said-left = Done: they are no longer in the group.
directory-said-group-made = The group is made. Choose who is in it.
directory-said-group-changed = Saved.
directory-said-group-home = { $name } is now part of the group.
directory-said-group-ended = The group has ended.
