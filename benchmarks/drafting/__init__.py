"""What the drafters make of a whole pack: are true statements true, and false ones false?"""
