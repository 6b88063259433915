package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Schrödinger's cat         | Schr{\\"{o}}dinger's cat
            Łukasz                    | {\\L}ukasz
            Erdős                     | Erd{\\H{o}}s
            Žižek, Çelik, Nuñez       | {\\v{Z}}i{\\v{z}}ek, {\\c{C}}elik, Nu{\\~{n}}ez
            R&D: 50% of $5 #1 a_b     | R\\&D: 50\\% of \\$5 \\#1 a\\_b
            a {brace} \\input{x}      | a \\{brace\\} \\textbackslash{}input\\{x\\}
            扩散模型                   | 扩散模型
            """)
    void textIsShownAsItIs(String text, String latex) {
        assertThat(Latex.of(text)).isEqualTo(latex);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Schr{\\"o}dinger's {\\"{o}} \\"o \\"{o} | Schrödinger's ö ö ö
            {\\v{Z}}i\\v{z}ek \\c c \\'{\\i}\\^\\i   | Žižek ç íî
            {\\L}ukasz \\o{} {\\ss}               | Łukasz ø ß
            \\textbf{bold} and \\emph{so}         | bold and so
            ``quoted'' -- and --- so            | “quoted” – and — so
            {An {O}(n)}  $x^2$ 50\\% \\& \\_      | An O(n)  $x^2$ 50% & _
            lone } and {                        | lone  and
            \\                                  | \\
            """)
    void whatOthersWriteIsReadAsItIsShown(String latex, String text) {
        assertThat(Latex.read(latex).strip()).isEqualTo(text);
    }

    @Test
    void whatIsWrittenExactlyIsReadBackSignForSign() {
        String signs = "aZé9 -'`\"$%&#_~^{}\\\\<>|ßŁıøÆ–—‘’“”\u00A0ő日𝔽@=,;:!?*/+()[]";
        Random random = new Random(20261129);
        int[] all = signs.codePoints().toArray();
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(1, 12), 0, all.length)
                    .mapToObj(i -> Character.toString(all[i]))
                    .collect(Collectors.joining());
            assertThat(Latex.read(Latex.exactly(text))).as(Latex.exactly(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Attention Is All You Need            | Attention Is All You Need
            BERT4Rec and GPT-4 for LLMs          | {BERT4Rec} and {GPT-4} for {LLMs}
            A 3D View on Fine-Tuning in C++      | A {3D} View on Fine-Tuning in {C++}
            An $\\mathcal{O}(n \\log n)$ bound    | An {$\\mathcal{O}(n \\log n)$} bound
            From $5 to $10 a day                 | From \\$5 to \\$10 a day
            $\\input{/etc/passwd}$               | \\$\\textbackslash{}input\\{/etc/passwd\\}\\$
            $x}\\end{document}$                  | \\$x\\textbraceright{}\\textbackslash{}end\\textbraceleft{}document\\textbraceright{}\\$
            $a % b$                              | \\$a \\% b\\$
            $\\{x$                               | \\$\\textbackslash{}\\textbraceleft{}x\\$
            a dollar$                            | a dollar\\$
            """)
    void titlesKeepNamesAndFormulas(String title, String latex) {
        assertThat(Latex.title(title)).isEqualTo(latex);
    }
}
