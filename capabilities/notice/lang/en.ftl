notice-title = Messages
notice-read-all = I have read them all
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
