package dev.paperboy.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One dated sighting of a paper's counts: at this instant, this list showed this paper so. Observations are kept side
 * by side and never overwritten; the trending score reads them as of an instant.
 *
 * @param paper which paper
 * @param at when it was seen
 * @param list where it was seen, such as {@code api_daily}; with paper and instant it makes the observation unique
 * @param listedOn the day of the daily list that carried it, if the list is one of a day
 * @param upvotes upvotes shown, absent if the list shows none
 * @param comments comments shown
 * @param githubStars stars of the linked repository shown
 */
public record Observation(
        PaperId paper,
        Instant at,
        String list,
        Optional<LocalDate> listedOn,
        OptionalInt upvotes,
        OptionalInt comments,
        OptionalInt githubStars) {}
