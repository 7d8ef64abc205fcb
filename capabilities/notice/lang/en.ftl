notice-title = Messages
notice-read-all = I have read them all
notice-read-done = Noted: all is read.
notice-none = No message
notice-none-text = Messages from the school arrive here.
notice-new = New
notice-write = Write to the class
notice-sent = { $n ->
    [one] Sent to 1 pupil.
   *[other] Sent to { $n } pupils.
 }
notice-later = In the evening, at week-ends and during holidays nothing disturbs families: this message will show on { $when }.
notice-text = Your message
notice-text-hint = Every pupil of the class will see it when they come in. 500 characters at most.
notice-send = Send to the class
notice-say-something = Write a message of 500 characters at most.
# used: notice-channel-*
notice-open = Read and answer
notice-mail-subject = { $school } has written to you
notice-mail-text = { $school } has written to you. Read it here: { $link }
notice-channel = How to reach you
notice-channel-text = The school writes seldom, never in the evening, at week-ends or during holidays. Choose how.
notice-channel-way = Where do you want to be told?
notice-channel-platform = Here, in my messages
notice-channel-email = By e-mail
notice-channel-sms = By text message
notice-channel-paper = On paper, through my child
notice-channel-address = Your e-mail address
notice-channel-address-hint = For e-mail only. The message says which school writes and where to read, nothing else.
notice-channel-number = Your telephone number
notice-channel-number-hint = For text messages only. Example: 06 39 98 00 01.
notice-channel-save = Save
notice-channel-password = You have a password too: come in with it to change this.
notice-channel-saved = Saved. The next messages will go that way.
notice-channel-bad-email = This address is not complete. Example: given.family@example.org.
notice-channel-landline = A text message does not reach a landline. Give a mobile number, or choose another way.
notice-channel-bad-number = This number is not complete. Example: 06 39 98 00 01.
notice-channel-choose = Choose a way to be reached.
notice-account = My account
# used: notice-card-*
notice-card-unread = { $n ->
    [one] One message to read
   *[other] { $n } messages to read
 }
notice-card-unread-more = Since { $since }
notice-card-unread-do = Read
notice-anew-pupil = Your card has just been made anew: the old one no longer works. If you did not ask for it, tell an adult of your school.
notice-anew-adult = Your card has just been made anew: the old one no longer works. If you did not ask for it, tell the school at once. The new card reads everything, but signs nothing for a day.
# used: notice-account-*
notice-account-password-pupil = An adult of your school gave you a new password. If you did not ask for it, tell them.
notice-account-password-adult = You were given a new password on paper: the old one opens no more. If you did not ask for it, tell the school at once.
notice-account-by-code-pupil = Your password has just been changed with a code. If it was not you, tell an adult of your school.
notice-account-by-code-adult = Your password has just been changed with a code sent by e-mail or SMS. If it was not you, tell the school at once.
notice-account-second-pupil = Your second step on entering was taken away. If you did not ask for it, tell an adult of your school.
notice-account-second-adult = Your second step on entering was taken away, and your sessions were closed. If you did not ask for it, tell whoever administers Préau at once.
notice-account-second-of-pupil = You took away somebody’s second step.
notice-account-second-of-adult = You took away the second step of another administrator, and their sessions are closed. If it was not you, change your password and say so at once.
notice-account-renamed-pupil = Your user name is now { $login }.
notice-account-renamed-adult = Your user name is now { $login }. The password stays the same.
notice-account-sessions-pupil = An adult of your school signed you out of all your devices. Come in again with your card.
notice-account-sessions-adult = You were signed out of all your devices. Come in again; if this surprises you, tell the school.
notice-account-blocked-pupil = Your access to Préau is closed. Ask an adult of your school why.
notice-account-blocked-adult = Your access to Préau is closed. Ask your school why.
notice-account-unblocked-pupil = You can come in to Préau again.
notice-account-unblocked-adult = You can come in to Préau again.
notice-code-subject = Your code for Préau
notice-code-text = Préau: your code is { $code }. It is good for ten minutes and works once. You asked for nothing? Give it to nobody.
notice-leaves-now = Messages leave now.
notice-leaves-later = Messages will leave on { $day } at { $time }.
# used: notice-treatment-*
notice-treatment-messages = Messages from the school
notice-treatment-messages-for = To tell people what concerns them, at a decent hour.
notice-treatment-messages-whom = Pupils, guardians, staff.
notice-treatment-messages-what = Text of the message, author, reader, the way it went, read or not.
notice-treatment-channels = Chosen way of being told
notice-treatment-channels-for = To write to each one by the way they chose: Préau, e-mail, SMS or paper.
notice-treatment-channels-whom = Everybody who chooses a way.
notice-treatment-channels-what = E-mail address or telephone number, given by the person and changed when they wish.
notice-treatment-channels-kept = Until the person chooses another way, or is erased.
