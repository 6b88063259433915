package dev.paperboy.chat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every renderer must keep: each content, at its longest and most hostile, fits the platform and stays text. */
public interface ContentRenderingContract {

    /** Renders a content and checks the payload against the platform's schema and limits. */
    void rendersWithinLimits(Content content);

    /** Renders a content and checks that nothing in it pings, formats or links by itself. */
    void rendersAsPlainText(Content content);

    @TestFactory
    default Stream<DynamicTest> everyContentFits() {
        return SampleContents.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> rendersWithinLimits(each.getValue())));
    }

    @TestFactory
    default Stream<DynamicTest> hostileTextStaysText() {
        return SampleContents.all().entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("hostile") || each.getKey().equals("notice-problem"))
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> rendersAsPlainText(each.getValue())));
    }
}
