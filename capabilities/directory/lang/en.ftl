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
directory-fault-heavy = the file holds more than can be read, here or before. Keep the table alone, with no cell far from it (1,048,576 rows and 200 columns at most), and try again.
directory-fault-encoding = the accents cannot be read. Save the file as “CSV UTF-8” and try again.
directory-fault-no-heading = this cell is in a column without a heading. Give the column a heading, or empty it.
directory-fault-too-long = this cell is longer than 500 characters.
directory-fault-broken = this cell holds the error of a formula. Write the value itself.
directory-fault-date-here = the spreadsheet has changed this cell into a date. Give the whole column the format Text, write the value again and try again.
directory-fault-rounded = the spreadsheet has rounded this number. Give the whole column the format Text, take the original values and try again.
directory-fault-future = this day of birth has not come yet.
directory-fault-authority-twice = line { $first } says the opposite for the same child, { $child }. Keep one of the two.
directory-fault-user-taken = this user name is already { $holder }’s. Give another one.
directory-fault-bad-sheet = this workbook cannot be opened. Save it as CSV and try again.
directory-fault-missing-column = this column is missing.
directory-fault-unknown-column = this column is not in the template.
directory-fault-twice-column = this column stands twice.
directory-fault-cells = the row has { $found } cells, it needs { $expected }. If this is the last line, the file was cut.
directory-fault-quote = a quotation mark is opened here and not closed on its line.
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
directory-to-check = To check, line { $line }, column { $column }, “{ $said }”: { $why }
# used: directory-check-*
directory-check-alike = looks like “{ $other }”. They stay two people until somebody says otherwise.
directory-check-renamed = was called “{ $other }”. The new name is kept. If this is somebody else, mend the key and try again.
directory-check-twins = was called “{ $other }”, and somebody of the same family was born the same day. The new name is kept. If the keys of twins were exchanged, mend the file and try again: cards and messages follow the key.
directory-check-age = that makes { $other } years. Check the day of birth and the role.
directory-check-pupil-and-adult = the file makes them a pupil and an adult too. Check the key and the role.
directory-check-class = this new class looks like “{ $other }”. They are two classes. If it is the same, write it the same way everywhere and try again.
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
