package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

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
