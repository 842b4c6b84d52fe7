namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>What is wrong, and what to switch in the scanner, the computer or the hand.</summary>
internal static class FaultSentences
{
    public static Text Of(ScannerFault fault) => fault switch
    {
        ScannerFault.RussianLayout => new(
            "На компьютере включена русская раскладка. Сканы исправляются; чтобы сканер от неё не зависел, включите в нём режим Alt или переключите раскладку на английскую.",
            "The computer is in the Russian layout. Scans are put right; to make the scanner independent of it, turn on its Alt mode, or switch the layout to English."),
        ScannerFault.CapsLock => new(
            "Включён CapsLock. Сканы исправляются; выключите CapsLock.",
            "CapsLock is on. Scans are put right; turn CapsLock off."),
        ScannerFault.RussianLayoutAndCapsLock => new(
            "Включены русская раскладка и CapsLock сразу. Сканы исправляются; выключите CapsLock и переключите раскладку на английскую (или включите в сканере режим Alt).",
            "The Russian layout and CapsLock are on together. Scans are put right; turn CapsLock off and switch the layout to English (or turn on the scanner's Alt mode)."),
        ScannerFault.NoPrefix => new(
            "Сканер не передаёт идентификатор символики (три знака перед кодом, начиная с ]). Найдите в руководстве сканера «AIM ID» или «Transmit Code ID» и включите вид AIM.",
            "The scanner does not send the symbology identifier (three characters before the code, beginning with ]). Look up “AIM ID” or “transmit code ID” in the scanner's manual and turn on the AIM form."),
        ScannerFault.SeparatorReplaced => new(
            "Вместо разделителя GS приходит «{0}». Это запомнено, и коды GS1 читаются; лучше включите в сканере передачу самого символа GS (ASCII 29).",
            "“{0}” arrives in place of the GS separator. This is remembered, and GS1 codes can be read; better set the scanner to send GS itself (ASCII 29)."),
        ScannerFault.DoubleRead => new(
            "Один код пришёл несколько раз подряд. Повторы отбрасываются; увеличьте в сканере задержку повторного считывания того же кода и включите суффикс Enter.",
            "One code arrived several times in a row. Repeats are dropped; set a longer same-code timeout in the scanner and turn on the Enter suffix."),
        ScannerFault.NoSuffix => new(
            "После кода нет клавиши Enter. Каждый скан придётся отправлять кнопкой; включите в сканере суффикс CR (Enter).",
            "No Enter follows the code. Every scan has to be sent by the button; turn on the suffix CR (Enter) in the scanner."),
        ScannerFault.TabSuffix => new(
            "После кода приходит Tab вместо Enter. Скан принимается; смените в сканере суффикс на CR (Enter).",
            "Tab follows the code instead of Enter. The scan is taken; change the scanner's suffix to CR (Enter)."),
        ScannerFault.LineFeedSuffix => new(
            "После кода приходит перевод строки (LF) вместо Enter. Смените в сканере суффикс на CR (Enter).",
            "A line feed (LF) follows the code instead of Enter. Change the scanner's suffix to CR (Enter)."),
        ScannerFault.Slow => new(
            "Сканер передаёт медленно: {0} мс между знаками (нужно не больше 35). Уменьшите в сканере задержку между символами; проверьте радиосвязь и удалённый рабочий стол.",
            "The scanner sends slowly: {0} ms between characters (35 or less is wanted). Shorten the inter-character delay in the scanner; check the radio link and the remote desktop."),
        ScannerFault.NotMeasured => new(
            "Скорость и суффикс не измерены: на этом устройстве не работает скрипт страницы, или код пришёл не клавишами.",
            "Speed and suffix were not measured: the page's script does not run on this device, or the code did not come as keys."),
        ScannerFault.SeparatorLost => new(
            "Разделитель GS теряется: коды поставщиков читались бы двояко. Найдите в руководстве сканера передачу управляющих символов (режим Alt, «GS», «FNC1») и включите её.",
            "The GS separator is lost: suppliers' codes could be read in two ways. Look up the transmission of control characters (Alt mode, “GS”, “FNC1”) in the scanner's manual and turn it on."),
        ScannerFault.SeparatorAltCode => new(
            "Вместо разделителя GS приходят цифры «{0}»: режим Alt включён в сканере, но клавиша Alt до страницы не доходит. Выключите режим Alt и включите передачу GS клавишами Ctrl+].",
            "The digits “{0}” arrive in place of the GS separator: Alt mode is on in the scanner, but the Alt key does not reach the page. Turn Alt mode off and let the scanner send GS as Ctrl+]."),
        ScannerFault.SeparatorUnsafe => new(
            "Вместо разделителя GS приходит «{0}», а это бывает и внутри кодов. Выберите в сканере передачу самого GS (ASCII 29) или замену на знак | либо ~.",
            "“{0}” arrives in place of the GS separator, and that also stands inside codes. Let the scanner send GS itself (ASCII 29), or the character | or ~ instead."),
        ScannerFault.SeparatorFirst => new(
            "Сканер передаёт FNC1 в начале кода как разделитель. Выключите в сканере передачу первого FNC1: о нём говорит идентификатор символики ]d2.",
            "The scanner sends the FNC1 at the start as a separator. Turn off the transmission of the first FNC1: the symbology identifier ]d2 stands for it."),
        ScannerFault.IdentifiersDropped => new(
            "Сканер отбрасывает идентификаторы данных ISBT. Найдите в руководстве сканера «Transmit ISBT identifiers» и включите.",
            "The scanner drops the ISBT data identifiers. Look up “transmit ISBT identifiers” in the scanner's manual and turn it on."),
        ScannerFault.FlagsConverted => new(
            "Сканер заменяет два флага номера донации контрольным символом. Найдите в руководстве сканера преобразование флагов ISBT (MOD 37-2) и выключите.",
            "The scanner converts the two flags of the donation number to a check character. Look up the ISBT flag conversion (MOD 37-2) in the scanner's manual and turn it off."),
        ScannerFault.Brackets => new(
            "Сканер ставит идентификаторы GS1 в скобки. Выключите в сканере скобки GS1.",
            "The scanner puts GS1 identifiers in brackets. Turn the GS1 brackets off in the scanner."),
        ScannerFault.CaseChanged => new(
            "Сканер меняет все буквы на прописные или на строчные. Найдите в руководстве сканера преобразование регистра («Case conversion») и выключите.",
            "The scanner turns all letters to capitals or to small letters. Look up “case conversion” in the scanner's manual and turn it off."),
        ScannerFault.OtherPrefix => new(
            "Сканер сообщает другой вид символа («{0}»). Выберите в сканере идентификатор символики вида AIM без замен.",
            "The scanner reports another kind of symbol (“{0}”). Choose the AIM symbology identifier in the scanner, with nothing replaced."),
        ScannerFault.KeyboardCountry => new(
            "Отдельные знаки приходят другими: {0}. Страна клавиатуры в сканере не та, что раскладка компьютера. Найдите в руководстве «Keyboard country» и выберите США, раскладку компьютера – английскую.",
            "Some characters arrive as others: {0}. The keyboard country of the scanner is not the computer's layout. Look up “keyboard country” in the manual and choose US, with the English layout on the computer."),
        ScannerFault.CharactersLost => new(
            "Часть знаков кода теряется. Увеличьте в сканере задержку между символами, проверьте радиосвязь и удалённый рабочий стол, страну клавиатуры – США.",
            "Some characters of the code are lost. Lengthen the inter-character delay in the scanner; check the radio link, the remote desktop and that the keyboard country is US."),
        ScannerFault.WrongSymbol => new(
            "Это другой код. Отсканируйте тот, что показан на странице.",
            "This is another code. Scan the one that the page shows."),
        ScannerFault.TwoScans => new(
            "Пришли два разных кода подряд. Очистите поле, отсканируйте один код; включите суффикс Enter и выключите объединение кодов ISBT в сканере.",
            "Two different codes arrived in a row. Clear the field and scan one code; turn on the Enter suffix, and turn ISBT concatenation off in the scanner."),
        ScannerFault.Pasted => new(
            "Код вставлен из буфера: сканер этим не проверен. Отсканируйте символ сканером.",
            "The code was pasted, which tests no scanner. Scan the symbol with the scanner."),
        ScannerFault.ByCamera => new(
            "Код прочитан камерой: сканер этим не проверен. Отсканируйте символ сканером.",
            "The camera read the code, which tests no scanner. Scan the symbol with the scanner."),
        ScannerFault.TooSlow => new(
            "Знаки приходят с паузами {0} мс, как при ручном вводе (сканер: до 35, не больше 80). Отсканируйте символ сканером; если это он, уменьшите задержку между символами.",
            "Characters arrive {0} ms apart, as when typed by hand (a scanner: up to 35, at most 80). Scan the symbol with the scanner; if that was it, shorten its inter-character delay."),
        ScannerFault.Nothing => new(
            "Ничего не пришло. Отсканируйте символ ещё раз; если повторится, проверьте связь сканера с устройством.",
            "Nothing arrived. Scan the symbol again; if it happens again, check the scanner's connection."),
        ScannerFault.Unreadable => new(
            "Из того, что пришло, код не восстановить. Отсканируйте ещё раз; если повторится, верните сканер к заводским настройкам и настройте по листу настройки.",
            "What arrived cannot be put right. Scan again; if it happens again, reset the scanner to its factory settings and set it up by the set-up sheet."),
    };
}
