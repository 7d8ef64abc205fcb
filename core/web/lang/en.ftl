shell-skip = Skip to content
shell-nav = Main
# used: shell-entry-*
shell-entry-today = Today
shell-entry-week = Week
shell-entry-help = Help
shell-entry-children = Children
shell-entry-groups = Groups
shell-entry-school = School
shell-entry-territory = Territory
shell-entry-programmes = Programmes
shell-entry-messages = Messages
shell-ways = Other pages
shell-entry-waits = to see
shell-find = Search everywhere
shell-find-what = Search for a person, a class, a page
shell-find-word = Search
shell-account = , my account
shell-home = Back to the start
shell-accessibility = Accessibility: partially compliant
shell-data = Your data
shell-help = Help
shell-language = Language
shell-demo = Demonstration: the people are made up, the schools are real.
shell-offline = No network
shell-offline-text = What you send will leave by itself. Nothing is lost.
shell-page-kept = Page kept at { $time }
shell-page-kept-on = Page kept on { $date } at { $time }
shell-away = This page is not kept here
shell-away-text = There is no network. It will open when it is back.
shell-away-kept = Pages kept on this device
shell-unsent = Could not be sent
shell-leave = A message has not been sent yet. If you leave now, it is erased from this device. Leave anyway?
shell-pending = Not sent yet
shell-sending = Sending
shell-lost = Not sent yet:
shell-look-again = See what is new
shell-kept = Kept here: sign in again to send it
shell-left = { $n } characters left
shell-record = Record my voice
shell-stop = Stop
shell-erase = Delete
shell-quiet = Almost nothing is heard: closer to the microphone is better.
shell-unread = This file cannot be read here: it is not kept.
shell-heic = This photo is in the HEIC format, which this browser cannot read: it is not kept. A screenshot of the photo will do.
shell-nomic = The microphone is not available: a file will do too.
shell-film = Film half a minute
shell-nocamera = The camera is not available: you can choose a file.
shell-turn-pupil = Your turn, { $name }.
shell-turn-adult = Somebody is waiting for you.
shell-said-language = Done: pages are now in English.
shell-said-thrown = Done: this text is thrown away, nothing was sent.
shell-undo = Undo
shell-to-mend = { $n ->
    [one] One thing to mend
   *[other] { $n } things to mend
 }
shell-not-found = This page is not here
shell-not-found-text = The address is wrong, or the page is not for you.
shell-forbidden = Not possible here
shell-forbidden-text = You can read this page, but not change it.
shell-not-yet = Too early to sign
shell-not-yet-text = Your card has just been made anew. So that nobody signs in your place, it signs nothing before { $when }. Until then you may read everything. Nothing was sent.
shell-stale = The page was too old
shell-stale-text = Go back, reload the page, and start again. Nothing was sent.
shell-unreadable = What you sent could not be read
shell-unreadable-text = It may be too heavy. Try with fewer pictures.
shell-file-unknown = We need a picture (JPEG, PNG, WebP, GIF), a sound (MP3, M4A, AAC, WAV, Ogg, WebM) or a short video (MP4, WebM). Nothing was sent.
shell-file-old = Not every device can play this recording (AMR, for example). We need a sound in MP3, M4A, AAC, WAV, Ogg or WebM, or a video in MP4 or WebM. Nothing was sent.
shell-file-empty = The file is empty. Choose another. Nothing was sent.
shell-file-empty-picture = The picture is empty. Choose another. Nothing was sent.
shell-file-empty-sound = The sound is empty. Choose another. Nothing was sent.
shell-file-empty-film = The video is empty. Choose another. Nothing was sent.
shell-file-picture-cut = The picture did not arrive whole. Choose it again, or another one. Nothing was sent.
shell-file-recording-cut = The recording did not arrive whole. Record it again, or choose another file. Nothing was sent.
shell-file-picture-large = The picture is over 8 MB. Take a smaller one. Nothing was sent.
shell-file-picture-vast = The picture has over 64 million pixels. Take a smaller one. Nothing was sent.
shell-file-sound-large = The sound is over 3 MB. Make it shorter. Nothing was sent.
shell-file-film-large = The video is over 8 MB. Make it shorter. Nothing was sent.
shell-file-no-table = A table is needed: a spreadsheet (.xlsx, .ods) or a CSV file. Nothing was sent.
shell-file-table-large = The table is over 8 MB. Send it as several files. Nothing was sent.
shell-ours = This is our fault
shell-ours-text = Something broke on our side. We know. Try again in a minute.
shell-strange = A sign does not go through
shell-strange-text = The address or the text has a sign that no keyboard has. Nothing was sent.
shell-no-text = A text cannot be read
shell-no-text-text = The address or the text is written in an encoding that we do not read. Nothing was sent.
shell-no-text-field = Some signs here could not be read. They are taken out: read it again, then send.
shell-long = The text is too long
shell-long-text = There is more text than one form takes. Nothing was sent.
shell-long-field = The text is too long: only its beginning is here. Make it shorter, then send.
shell-strange-field = An invisible sign, which no keyboard has, was here. It is taken out: read it again, then send.
shell-slow = It took too long to arrive
shell-slow-text = The line fell silent. Nothing was sent. Go back and start again, with fewer pictures if the line is slow.
shell-later = Wait a little
shell-later-bytes = Too many pictures, sounds or videos left from here within an hour. Nothing was sent. Try again later, or send the text alone.
shell-later-address = Too many things arrive at once from your place. Nothing was sent. Try again in a minute.
shell-later-all = Too many pictures arrive here at once. Nothing was sent. Try again in a minute.
shell-full = Nothing can be recorded right now
shell-full-text = This is on our side, and we know. Nothing was sent. Try again in a few minutes.
shell-again = It has not left yet
shell-again-signed = The session was over. Here is what was written: read it again, then send.
shell-again-stale = The page was too old. Here is what was written: read it again, then send.
shell-again-strange = An invisible sign, which no keyboard has, was in the text. It is taken out: read it again, then send.
shell-again-no-text = Some signs could not be read. They are taken out: read it again, then send.
shell-again-long = A text is too long, nothing was sent. Here is what is kept of it: make it shorter, then send.
shell-again-heavy = The pictures, sounds and films were too large together. Here is what was written: choose fewer, then send.
shell-again-full = Nothing can be recorded right now. Here is what was written: leave this page open, and send in a few minutes.
shell-again-ours = Something broke on our side. We know. Here is what was written: send it again in a minute.
shell-again-words = What was written
shell-again-chosen = What was chosen on the page goes with it.
shell-again-files = Pictures, sounds and videos are not kept: you will have to choose them again.
shell-again-send = Send
shell-again-drop = Delete this text
shell-time = { $h }:{ $m }
shell-lasts-minutes = { $m } min
shell-lasts-hours = { $h } h
shell-lasts = { $h } h { $m }
shell-day-1 = Monday
shell-day-2 = Tuesday
shell-day-3 = Wednesday
shell-day-4 = Thursday
shell-day-5 = Friday
shell-day-6 = Saturday
shell-day-7 = Sunday
shell-month-1 = January
shell-month-2 = February
shell-month-3 = March
shell-month-4 = April
shell-month-5 = May
shell-month-6 = June
shell-month-7 = July
shell-month-8 = August
shell-month-9 = September
shell-month-10 = October
shell-month-11 = November
shell-month-12 = December
shell-date = { $day } { $n } { $month }
shell-date-year = { $day } { $n } { $month } { $year }
shell-born = { $n } { $month } { $year }
shell-rank-end = { NUMBER($n, type: "ordinal") ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
 }
shell-rank-guess = Place estimated at { $time }
shell-more = { $n ->
    [1] See the next one
   *[other] See the next { $n }
 }
shell-bench = The queue
shell-bench-other = A pupil
shell-bench-you = You
shell-pages = Pages
shell-pages-rows = { $from } to { $to } of { $count }
shell-page-before = Page before
shell-page-after = Page after
shell-counted-at = Counted at { $time }.
shell-narrow = { $count ->
    [0] No name begins so.
    [1] One name.
   *[other] { $n } of { $count } names are here: look for the others by how they begin.
 }
shell-narrow-name = The name begins with
# used: shell-day-* shell-month-* shell-file-* shell-later-* shell-again-*
# used: web-treatment-*
web-treatment-sending = What is being sent
web-treatment-sending-for = So that nothing written is lost, even on a bad line, nor counted twice.
web-treatment-sending-whom = Everybody who is signed in.
web-treatment-sending-what = What was being written when a session ended, files on their way, work that waits for its turn.
shell-kept-image = The photo is kept
shell-kept-audio = The voice message is kept
shell-kept-video = The video is kept
shell-kept-application = The file is kept
# used: shell-kept-*
