import type { Pair } from '../law/memory.ts'

/** What refuses: the alliance, applications, clearing and lists. */
export const refusedFirst: readonly Pair[] = [
  [
    'A membership from {date} cannot end on {until}.',
    'Eine Mitgliedschaft vom {date} kann nicht am {until} enden.',
  ],
  ['Give a day after it began.', 'Nennen Sie einen Tag nach ihrem Beginn.'],
  ['This must be after {date}.', 'Dies muss nach dem {date} liegen.'],
  ['There is no call "{name}".', 'Eine Ausschreibung „{name}“ gibt es nicht.'],
  ['This installation has an alliance already.', 'Diese Installation hat schon eine Allianz.'],
  [
    'Start another installation with another data folder.',
    'Starten Sie eine weitere Installation mit einem anderen Datenordner.',
  ],
  ['"{name}" is taken already.', '„{name}“ ist schon vergeben.'],
  [
    'The list "{name}" binds by law, so a hit on it is at least held.',
    'Die Liste „{name}“ bindet von Gesetzes wegen; ein Treffer darauf lässt mindestens warten.',
  ],
  ['Let it hold or block.', 'Wählen Sie „hold“ oder „block“.'],
  [
    '"{name}" binds by law: let it hold or block.',
    '„{name}“ bindet von Gesetzes wegen: wählen Sie „hold“ oder „block“.',
  ],
  ['Version {count} of the rulebook is in force by now.', 'Inzwischen gilt Fassung {count} des Regelbuchs.'],
  ['Read it, and adopt your change on it.', 'Lesen Sie sie, und beschließen Sie Ihre Änderung darauf.'],
  ['This says what the rulebook says already.', 'Das sagt das Regelbuch schon.'],
  ['Change a value first.', 'Ändern Sie zuerst einen Wert.'],
  ['What was stated in this application was erased.', 'Was in diesem Antrag angegeben war, ist gelöscht.'],
  ['This person takes part in {numbers}.', 'Diese Person wirkt mit an {numbers}.'],
  [
    'Leave the team, withdraw the application, or have the project ended, and ask again.',
    'Verlassen Sie das Team, ziehen Sie den Antrag zurück oder lassen Sie das Projekt beenden, und fragen Sie noch einmal.',
  ],
  ['This person still has a role: {roles}.', 'Diese Person hat noch eine Rolle: {roles}.'],
  [
    'Have the secretariat end it, and ask again.',
    'Lassen Sie sie vom Sekretariat beenden, und fragen Sie noch einmal.',
  ],
  ['There is nobody like that.', 'Diese Person gibt es nicht.'],
  ['Choose another short name.', 'Wählen Sie einen anderen Kurznamen.'],
  ['"{name}" is taken already. Choose another.', '„{name}“ ist schon vergeben. Wählen Sie etwas anderes.'],
  ['The call would close before it opens.', 'Die Ausschreibung würde schließen, bevor sie öffnet.'],
  [
    'Let it close after the day it opens on, or leave it open.',
    'Lassen Sie sie nach dem Tag schließen, an dem sie öffnet, oder lassen Sie sie offen.',
  ],
  ['This must be after the call opens.', 'Dies muss nach dem Öffnen der Ausschreibung liegen.'],
  [
    'The shares would add up to {amountSum}; the other members hold {amountHeld}.',
    'Die Anteile ergäben zusammen {amountSum}; die anderen Mitglieder halten {amountHeld}.',
  ],
  [
    'Give {amount} at most, or lower another share first.',
    'Geben Sie höchstens {amount}, oder senken Sie zuerst einen anderen Anteil.',
  ],
  [
    'At most {amount}: all shares together are 10,000.',
    'Höchstens {amount}: Alle Anteile zusammen sind 10.000.',
  ],
  ['There is no member "{name}".', 'Ein Mitglied „{name}“ gibt es nicht.'],
  ['The call "{name}" is closed.', 'Die Ausschreibung „{name}“ ist geschlossen.'],
  ['It closed on {words} UTC.', 'Sie schloss am {words} UTC.'],
  ['It opens on {date}.', 'Sie öffnet am {date}.'],
  [
    'Your draft is kept. Look for another call.',
    'Ihr Entwurf bleibt erhalten. Suchen Sie eine andere Ausschreibung.',
  ],
  ['Name the member through which you apply.', 'Nennen Sie das Mitglied, über das Sie sich bewerben.'],
  ['Members: {names}.', 'Mitglieder: {names}.'],
  ['There is no such application.', 'Diesen Antrag gibt es nicht.'],
  [
    'The application is {state}; only a draft can be changed.',
    'Der Antrag ist {state}; nur ein Entwurf lässt sich ändern.',
  ],
  [
    'Somebody changed this application meanwhile, perhaps you on another device.',
    'Jemand hat diesen Antrag inzwischen geändert, vielleicht Sie selbst auf einem anderen Gerät.',
  ],
  [
    'Look at what stands there now, and write again what is missing.',
    'Sehen Sie an, was jetzt dort steht, und schreiben Sie noch einmal, was fehlt.',
  ],
  [
    'The application is {state} and can no longer be withdrawn.',
    'Der Antrag ist {state} und lässt sich nicht mehr zurückziehen.',
  ],
  ['There is nothing to answer now.', 'Jetzt gibt es nichts zu beantworten.'],
  ['Nobody asked: {names}.', 'Danach hat niemand gefragt: {names}.'],
  ['Questions that are open: {names}.', 'Offene Fragen: {names}.'],
  ['No question of the rules is open now.', 'Keine Frage der Regeln ist jetzt offen.'],
  ['no open question', 'keine offene Frage'],
  [
    'The application is {state}; a team is changed in a draft, or in an awarded project.',
    'Der Antrag ist {state}; ein Team ändert man in einem Entwurf oder in einem bewilligten Projekt.',
  ],
  [
    'The project has ended, so nobody joins or leaves it.',
    'Das Projekt ist beendet; niemand tritt ihm bei oder verlässt es.',
  ],
  ['There is nobody like that in this team.', 'So jemanden gibt es in diesem Team nicht.'],
  [
    'The lead cannot leave the team; withdraw the application instead.',
    'Die Leitung kann das Team nicht verlassen; ziehen Sie stattdessen den Antrag zurück.',
  ],
  ['This application has ended.', 'Dieser Antrag ist beendet.'],
  ['You are not in this team.', 'Sie sind nicht in diesem Team.'],
  [
    'The application is in the state "{state}"; it is awarded from "{from}".',
    'Der Antrag ist im Zustand „{state}“; bewilligt wird aus „{from}“.',
  ],
  [
    'The application names no member on whose share it would count.',
    'Der Antrag nennt kein Mitglied, auf dessen Anteil er zählen würde.',
  ],
  ['Ask the lead to name one.', 'Bitten Sie die Leitung, eines zu nennen.'],
  [
    'No site is cleared for this application, so it could not run anywhere.',
    'Kein Standort ist für diesen Antrag freigegeben; er könnte nirgends laufen.',
  ],
  ['Wait for the officers, or refuse.', 'Warten Sie auf die Beauftragten, oder lehnen Sie ab.'],
  [
    '{asked} were to be awarded; the call gives at most {most}.',
    '{asked} sollten bewilligt werden; die Ausschreibung gibt höchstens {most}.',
  ],
  ['at most {amount}', 'höchstens {amount}'],
  ['You belong to this team.', 'Sie gehören zu diesem Team.'],
  ['Another member of the panel decides about it.', 'Ein anderes Mitglied des Gremiums entscheidet darüber.'],
  [
    'The application is in the state "{state}"; it is refused from {words}.',
    'Der Antrag ist im Zustand „{state}“; abgelehnt wird aus {words}.',
  ],
  ['There is no project "{name}".', 'Ein Projekt „{name}“ gibt es nicht.'],
  [
    'The rule {name} prohibits this use, and no officer can clear it.',
    'Die Regel {name} verbietet diese Nutzung, und keine Beauftragte kann sie freigeben.',
  ],
  [
    'Correct a fact that was stated wrongly; the rules are then asked again.',
    'Berichtigen Sie eine falsch angegebene Tatsache; dann werden die Regeln neu gefragt.',
  ],
  ['A party of this application is not screened yet.', 'Eine Partei dieses Antrags ist noch nicht geprüft.'],
  ['Wait until screening has run.', 'Warten Sie, bis die Prüfung gelaufen ist.'],
  ['A hit of this application is still open.', 'Ein Treffer dieses Antrags ist noch offen.'],
  [
    'A party of this application is confirmed to be on a list.',
    'Von einer Partei dieses Antrags ist bestätigt, dass sie auf einer Liste steht.',
  ],
  ['Decide the hits first.', 'Entscheiden Sie zuerst über die Treffer.'],
  [
    'A fact, a list or a rule changed; this determination no longer stands.',
    'Eine Tatsache, eine Liste oder eine Regel hat sich geändert; diese Bestimmung gilt nicht mehr.',
  ],
  [
    'Open the case again and look at the new one.',
    'Öffnen Sie den Fall noch einmal, und sehen Sie die neue an.',
  ],
  [
    'The application is {state}; nothing is left to decide.',
    'Der Antrag ist {state}; zu entscheiden ist nichts mehr.',
  ],
  [
    'Another officer proposed this while you looked at it.',
    'Jemand anderes hat dies vorgeschlagen, während Sie es ansahen.',
  ],
  [
    'Open the case again, read the proposal, and second it or refuse.',
    'Öffnen Sie den Fall noch einmal, lesen Sie den Vorschlag, und stimmen Sie zu oder lehnen Sie ab.',
  ],
  ['There is no such determination.', 'Diese Bestimmung gibt es nicht.'],
  [
    'Another officer decided this while you looked at it.',
    'Jemand anderes hat darüber entschieden, während Sie es ansahen.',
  ],
  [
    'Open the case again to read the decision.',
    'Öffnen Sie den Fall noch einmal, um die Entscheidung zu lesen.',
  ],
  ['There is no such hit.', 'Diesen Treffer gibt es nicht.'],
  [
    'The lists no longer hold this entry for this party.',
    'Die Listen enthalten diesen Eintrag für diese Partei nicht mehr.',
  ],
  ['Open the case again.', 'Öffnen Sie den Fall noch einmal.'],
  [
    'The rules have no open question about "{name}" that takes yes or no.',
    'Die Regeln haben zu „{name}“ keine offene Frage, die Ja oder Nein verlangt.',
  ],
  ['Ask in your own words.', 'Fragen Sie mit eigenen Worten.'],
  ['names no open question', 'nennt keine offene Frage'],
  [
    'An officer has asked this already; the answer is still to come.',
    'Das wurde schon gefragt; die Antwort steht noch aus.',
  ],
  ['The application is {state}; nobody would answer.', 'Der Antrag ist {state}; niemand würde antworten.'],
  ['The question is empty.', 'Die Frage ist leer.'],
  [
    'Write what you want to know, or choose an open question of the rules.',
    'Schreiben Sie, was Sie wissen möchten, oder wählen Sie eine offene Frage der Regeln.',
  ],
  ['is missing', 'fehlt'],
  ['There is no such question.', 'Diese Frage gibt es nicht.'],
  [
    'The application is {state}; nothing is left to answer.',
    'Der Antrag ist {state}; zu beantworten ist nichts mehr.',
  ],
  ['The rules ask this; it takes yes or no.', 'Danach fragen die Regeln; die Antwort ist Ja oder Nein.'],
  [
    'Answer it among the questions of the rules, as "{name}".',
    'Beantworten Sie es bei den Fragen der Regeln, als „{name}“.',
  ],
  ['This question was answered already.', 'Diese Frage ist schon beantwortet.'],
  [
    'The officer sees that answer. If it is wrong, wait until they ask again.',
    'Die Beauftragten sehen diese Antwort. Ist sie falsch, warten Sie, bis noch einmal gefragt wird.',
  ],
  [
    'The list is said to be published on {date}; today is {today} (UTC).',
    'Die Liste soll am {date} veröffentlicht sein; heute ist der {today} (UTC).',
  ],
  ['Give the date that its publisher states.', 'Geben Sie das Datum an, das ihr Herausgeber nennt.'],
  [
    'The list had {count} entries and would have {new}.',
    'Die Liste hatte {count} Einträge und hätte dann {new}.',
  ],
  [
    'Check the file. To replace a list by a very different one, import it under a new name.',
    'Prüfen Sie die Datei. Um eine Liste durch eine ganz andere zu ersetzen, laden Sie diese unter einem neuen Namen.',
  ],
  [
    'The list was published on {date}; the one loaded is newer, of {newer}.',
    'Die Liste wurde am {date} veröffentlicht; die geladene ist neuer, vom {newer}.',
  ],
  ['Expected is the layout of: {name}.', 'Erwartet wird der Aufbau von: {name}.'],
  ['The file is cut off or damaged: {words}', 'Die Datei ist abgeschnitten oder beschädigt: {words}'],
  [
    'The file has a document type, which no known list has.',
    'Die Datei hat einen Dokumenttyp, den keine bekannte Liste hat.',
  ],
  [
    'The file begins with <{name}>; expected <{names}>.',
    'Die Datei beginnt mit <{name}>; erwartet wird <{names}>.',
  ],
  ['Elements stand more than {count} deep.', 'Elemente stehen tiefer als {count} Ebenen.'],
  [
    'A record has more than {count} elements in one.',
    'Ein Datensatz hat mehr als {count} Elemente in einem.',
  ],
  [
    'The file is cut off or damaged: {words} is no JSON.',
    'Die Datei ist abgeschnitten oder beschädigt: {words} ist kein JSON.',
  ],
  ['Line {line} is no object.', 'Zeile {line} ist kein Objekt.'],
  ['Line {line} has more than {count} characters.', 'Zeile {line} hat mehr als {count} Zeichen.'],
  ['The file has no list "{name}".', 'Die Datei hat keine Liste „{name}“.'],
  ['An element of "{name}" is no object.', 'Ein Element von „{name}“ ist kein Objekt.'],
  [
    'The rules answer from {date} on; {asked} was asked for.',
    'Die Regeln antworten ab dem {date}; gefragt wurde nach dem {asked}.',
  ],
  ['a date from {date} on', 'ein Datum ab dem {date}'],
  [
    'Download the list again from its official address.',
    'Laden Sie die Liste noch einmal von ihrer amtlichen Adresse.',
  ],
  ['The list that was loaded before stands.', 'Die zuvor geladene Liste gilt weiter.'],
  ['The file lacks the columns {columns}.', 'Der Datei fehlen die Spalten {columns}.'],
  [
    'The file is no CSV, or was cut off: {words}.',
    'Die Datei ist kein CSV oder wurde abgeschnitten: {words}.',
  ],
  ['No record of the file says who owns whom.', 'Kein Datensatz der Datei sagt, wem wer gehört.'],
  [
    'The register had {count} holdings and would have {new}.',
    'Das Register hatte {count} Beteiligungen und hätte dann {new}.',
  ],
  ['The file is no text in UTF-8.', 'Die Datei ist kein Text in UTF-8.'],
  ['The list has more than {count} bytes.', 'Die Liste hat mehr als {count} Byte.'],
  ['"{name}" is no format of a list.', '„{name}“ ist kein Format einer Liste.'],
  ['Known are {names}.', 'Bekannt sind {names}.'],
  ['The file is cut off or damaged: {words}.', 'Die Datei ist abgeschnitten oder beschädigt: {words}.'],
  ['The file did not arrive whole: {words}.', 'Die Datei kam nicht vollständig an: {words}.'],
  ['The file holds no entry that could be read.', 'Die Datei enthält keinen lesbaren Eintrag.'],
  [
    'The file is cut off: its last line has no end.',
    'Die Datei ist abgeschnitten: Ihre letzte Zeile hat kein Ende.',
  ],
  ['{count} of {rows} rows could not be read.', '{count} von {rows} Zeilen waren nicht lesbar.'],
  ['There is no such delegation.', 'Diese Vertretung gibt es nicht.'],
  [
    'The content type is "{words}"; expected application/octet-stream, or that of CSV, XML or JSON.',
    'Der Inhaltstyp ist „{words}“; erwartet wird application/octet-stream oder der von CSV, XML oder JSON.',
  ],
  [
    'There is no regime "{name}". The book holds: {names}.',
    'Ein Regelwerk „{name}“ gibt es nicht. Das Buch enthält: {names}.',
  ],
  [
    'The content type is "{words}"; expected application/json.',
    'Der Inhaltstyp ist „{words}“; erwartet wird application/json.',
  ],
  [
    'The body has {count} bytes; at most {amount} are read.',
    'Der Rumpf hat {count} Byte; gelesen werden höchstens {amount}.',
  ],
  ['The body has more than {count} bytes.', 'Der Rumpf hat mehr als {count} Byte.'],
  ['The body could not be read as JSON: {words}', 'Der Rumpf ließ sich nicht als JSON lesen: {words}'],
  [
    'The body is nested more than {count} levels deep.',
    'Der Rumpf ist tiefer als {count} Ebenen verschachtelt.',
  ],
  [
    'This needs somebody who is signed in, or an API token.',
    'Dafür muss man angemeldet sein oder ein API-Token haben.',
  ],
  [
    'Sign in, or send the header "authorization: Bearer <token>".',
    'Melden Sie sich an, oder senden Sie den Kopf „authorization: Bearer <token>“.',
  ],
  ['This is for a {kind}, and a {who} asked.', 'Das ist für: {kind}; gefragt hat: {who}.'],
  ['This token lacks the scope "{name}".', 'Diesem Token fehlt der Bereich „{name}“.'],
  ['Make a token with the scope "{name}".', 'Erzeugen Sie ein Token mit dem Bereich „{name}“.'],
  [
    'Every POST carries an Idempotency-Key, so that repeating it does nothing twice.',
    'Jedes POST trägt einen Idempotency-Key, damit eine Wiederholung nichts doppelt tut.',
  ],
  ['The file is empty.', 'Die Datei ist leer.'],
  [
    'This is a web page, not a list: perhaps one to sign in at, or one that says what went wrong.',
    'Das ist eine Webseite, keine Liste: vielleicht eine zum Anmelden oder eine, die sagt, was schiefging.',
  ],
  [
    'The file begins with <{name}>, which no known list does.',
    'Die Datei beginnt mit <{name}>, was keine bekannte Liste tut.',
  ],
  [
    'The file begins with "[", which no known list does.',
    'Die Datei beginnt mit „[“, was keine bekannte Liste tut.',
  ],
  [
    'The file is JSON, but neither entities of OpenSanctions nor the US Consolidated Screening List.',
    'Die Datei ist JSON, aber weder Einträge von OpenSanctions noch die US Consolidated Screening List.',
  ],
  ['The file begins as no known list does.', 'Die Datei beginnt wie keine bekannte Liste.'],
  [
    'The name has {count} characters; at most {most} can be screened.',
    'Der Name hat {count} Zeichen; geprüft werden können höchstens {most}.',
  ],
  [
    'The name has {count} words; at most {most} can be screened.',
    'Der Name hat {count} Wörter; geprüft werden können höchstens {most}.',
  ],
  [
    'The name has no letter or digit that could be compared.',
    'Der Name hat keinen Buchstaben und keine Ziffer, die sich vergleichen ließen.',
  ],
  [
    'The name holds nothing but a legal form, particles or a single letter, so it could be anybody.',
    'Der Name besteht nur aus einer Rechtsform, Partikeln oder einem einzelnen Buchstaben; er könnte jeder sein.',
  ],
  [
    'The birth date "{words}" is none; expected a year, a year and month, or a full date such as 1965-03-21.',
    'Das Geburtsdatum „{words}“ ist keines; erwartet wird ein Jahr, ein Jahr mit Monat oder ein volles Datum wie 1965-03-21.',
  ],
  [
    '"{words}" is no country known here; expected an ISO 3166-1 alpha-2 code or an English name.',
    '„{words}“ ist kein hier bekanntes Land; erwartet wird ein Code nach ISO 3166-1 alpha-2 oder ein englischer Name.',
  ],
  ['No address is known for a list "{name}".', 'Für eine Liste „{name}“ ist keine Adresse bekannt.'],
  [
    'Known are {names}; ALLMENDE_LIST_URL_… sets an address.',
    'Bekannt sind {names}; ALLMENDE_LIST_URL_… setzt eine Adresse.',
  ],
  [
    'Look at its address, or try again later.',
    'Sehen Sie nach der Adresse, oder versuchen Sie es später noch einmal.',
  ],
  ['The file has more than {count} bytes.', 'Die Datei hat mehr als {count} Byte.'],
  ['The address answered with status {count}.', 'Die Adresse antwortete mit Status {count}.'],
  [
    'Nobody answers at the address, or only with errors.',
    'Unter der Adresse antwortet niemand, oder nur mit Fehlern.',
  ],
  [
    'The file broke off {count} times, the last time after {bytes} bytes.',
    'Die Datei brach {count}-mal ab, zuletzt nach {bytes} Byte.',
  ],
  ['The file cannot be kept here: {words}', 'Die Datei lässt sich hier nicht ablegen: {words}'],
  ['These hits do not have the same evidence.', 'Diese Treffer haben nicht dieselben Belege.'],
  [
    'Decide each by itself, or clear those that have the same.',
    'Entscheiden Sie über jeden einzeln, oder räumen Sie die mit denselben Belegen aus.',
  ],
]
