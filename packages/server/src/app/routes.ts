import type { AnyRoute } from "../access/route.ts";
import { agreedWindowRoutes } from "../approvals/agreed-window.routes.ts";
import { approvalRoutes } from "../approvals/approvals.routes.ts";
import { boardRoutes } from "../board/board.routes.ts";
import { cardCopyRoutes } from "../board/card-copy.routes.ts";
import { cardFieldRoutes } from "../board/card-fields.routes.ts";
import { cardLinkRoutes } from "../board/card-links.routes.ts";
import { cardListRoutes } from "../board/card-lists.routes.ts";
import { cardTemplateRoutes } from "../board/card-templates.routes.ts";
import { cardValueRoutes } from "../board/card-values.routes.ts";
import { cardWatcherRoutes } from "../board/card-watchers.routes.ts";
import { cardRoutes } from "../board/cards.routes.ts";
import { cardsTogetherRoutes } from "../board/cards-together.routes.ts";
import { checklistRoutes } from "../board/checklist.routes.ts";
import { columnRoutes } from "../board/columns.routes.ts";
import { customFieldRoutes } from "../board/custom-fields.routes.ts";
import { itemCardRoutes } from "../board/item-card.routes.ts";
import { labelRoutes } from "../board/labels.routes.ts";
import { promotionRoutes } from "../board/promotion.routes.ts";
import { startProjectRoutes } from "../board/start-project.routes.ts";
import { changeRequestRoutes } from "../change-requests/change-requests.routes.ts";
import { checkInRoutes } from "../check-ins/check-ins.routes.ts";
import { clientRequestRoutes } from "../client-requests/client-requests.routes.ts";
import { clientRoutes } from "../clients/clients.routes.ts";
import { contactRoutes } from "../clients/contacts.routes.ts";
import { erasePersonRoutes } from "../clients/erase-person.routes.ts";
import { clientQuoteRoutes } from "../closing/client-quotes.routes.ts";
import { deliveryRoutes } from "../closing/delivery.routes.ts";
import { momentRoutes } from "../closing/moments.routes.ts";
import { retrospectiveRoutes } from "../closing/retrospective.routes.ts";
import { decisionLogRoutes } from "../decision-log/decision-log.routes.ts";
import { evidenceRoutes } from "../evidence/evidence.routes.ts";
import { feedRoutes } from "../feeds/feeds.routes.ts";
import { fileContentRoutes } from "../files/file-content.routes.ts";
import { fileRoutes } from "../files/files.routes.ts";
import { folderRoutes } from "../files/folders.routes.ts";
import { projectFileRoutes } from "../files/project-files.routes.ts";
import { importRoutes } from "../imports/imports.routes.ts";
import { inboxRoutes } from "../inbox/inbox.routes.ts";
import { mailRhythmRoutes } from "../inbox/mail-rhythm.routes.ts";
import { inputRoutes } from "../input/input.routes.ts";
import { mailRoutes } from "../mail/mails.routes.ts";
import { criterionRoutes } from "../milestones/criteria.routes.ts";
import { deliverableRoutes } from "../milestones/deliverables.routes.ts";
import { milestoneRoleRoutes } from "../milestones/milestone-roles.routes.ts";
import { milestoneRoutes } from "../milestones/milestones.routes.ts";
import { procedureRoutes } from "../milestones/procedures.routes.ts";
import { riskRoutes } from "../milestones/risks.routes.ts";
import { statedHealthRoutes } from "../milestones/stated-health.routes.ts";
import { noticeRoutes } from "../notices/notices.routes.ts";
import { objectiveRoutes } from "../objectives/objectives.routes.ts";
import { paymentRoutes } from "../payments/payments.routes.ts";
import { availabilityRoutes } from "../people/availability.routes.ts";
import { groupRoutes } from "../people/groups.routes.ts";
import { holidayRoutes } from "../people/holidays.routes.ts";
import { invitationRoutes } from "../people/invitations.routes.ts";
import { mailKindRoutes } from "../people/mail-kinds.routes.ts";
import { meRoutes } from "../people/me.routes.ts";
import { memberRoutes } from "../people/members.routes.ts";
import { passkeyRoutes } from "../people/passkey.routes.ts";
import { passwordRoutes } from "../people/password.routes.ts";
import { sessionRoutes } from "../people/session.routes.ts";
import { setupRoutes } from "../people/setup.routes.ts";
import { twoFactorRoutes } from "../people/two-factor.routes.ts";
import { workPatternRoutes } from "../people/work-patterns.routes.ts";
import { workspaceRoutes } from "../people/workspaces.routes.ts";
import { adjustmentRoutes } from "../plan/adjustments.routes.ts";
import { burnUpRoutes } from "../plan/burn-up.routes.ts";
import { cardDependencyRoutes } from "../plan/card-dependencies.routes.ts";
import { clientTimeRoutes } from "../plan/client-times.routes.ts";
import { dateChangeRoutes } from "../plan/date-changes.routes.ts";
import { dependencyRoutes } from "../plan/dependencies.routes.ts";
import { fixRoutes } from "../plan/fixes.routes.ts";
import { forecastRoutes } from "../plan/forecast.routes.ts";
import { memberWorkRoutes } from "../plan/member-work.routes.ts";
import { milestoneHeadRoutes } from "../plan/milestone-heads.routes.ts";
import { milestoneMoveRoutes } from "../plan/milestone-moves.routes.ts";
import { overviewRoutes } from "../plan/overview.routes.ts";
import { planRoutes } from "../plan/plan.routes.ts";
import { planVersionRoutes } from "../plan/plan-versions.routes.ts";
import { portfolioFileRoutes } from "../plan/portfolio-file.routes.ts";
import { projectDayRoutes } from "../plan/project-days.routes.ts";
import { savedViewRoutes } from "../plan/saved-views.routes.ts";
import { scheduleQualityRoutes } from "../plan/schedule-quality.routes.ts";
import { todayRoutes } from "../plan/today.routes.ts";
import { trendRoutes } from "../plan/trend.routes.ts";
import { workDoneRoutes } from "../plan/work-done.routes.ts";
import { workloadRoutes } from "../plan/workload.routes.ts";
import { brandRoutes } from "../portal/brand.routes.ts";
import { clientAccessRoutes } from "../portal/client-access.routes.ts";
import { allocationRoutes } from "../projects/allocations.routes.ts";
import { doorRoutes } from "../projects/doors.routes.ts";
import { fixedDateRoutes } from "../projects/fixed-dates.routes.ts";
import { projectContactRoutes } from "../projects/project-contacts.routes.ts";
import { projectLifeRoutes } from "../projects/project-life.routes.ts";
import { projectMailRoutes } from "../projects/project-mails.routes.ts";
import { projectMemberRoutes } from "../projects/project-members.routes.ts";
import { projectRoutes } from "../projects/projects.routes.ts";
import { timelineRoutes } from "../projects/timeline.routes.ts";
import { publicationRoutes } from "../publications/publications.routes.ts";
import { replyRoutes } from "../replies/replies.routes.ts";
import { reportRoutes } from "../reports/reports.routes.ts";
import { reviewDateRoutes } from "../reviews/review-dates.routes.ts";
import { reviewSeriesRoutes } from "../reviews/review-series.routes.ts";
import { reviewRoutes } from "../reviews/reviews.routes.ts";
import { buttonRoutes } from "../routines/buttons.routes.ts";
import { recurringCardRoutes } from "../routines/recurring-cards.routes.ts";
import { switchRoutes } from "../routines/switches.routes.ts";
import { sampleRoutes } from "../sample/sample.routes.ts";
import { linkRoutes } from "../search/links.routes.ts";
import { searchRoutes } from "../search/search.routes.ts";
import { commentRoutes } from "../talk/comments.routes.ts";
import { messageRoutes } from "../talk/messages.routes.ts";
import { reactionRoutes } from "../talk/reactions.routes.ts";
import { projectCopyRoutes } from "../templates/project-copy.routes.ts";
import { templateFileRoutes } from "../templates/template-files.routes.ts";
import { templateProjectRoutes } from "../templates/template-projects.routes.ts";
import { templateRoutes } from "../templates/templates.routes.ts";
import { projectTimeRoutes } from "../time/project-time.routes.ts";
import { timeRoutes } from "../time/time.routes.ts";
import { liveRoutes } from "./live.routes.ts";
import { trashRoutes } from "./trash.routes.ts";

/** Every route of /api/v1, noun by noun; the authorisation matrix is generated from this table. */
export const ROUTES: readonly AnyRoute[] = [
  ...setupRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...twoFactorRoutes,
  ...invitationRoutes,
  ...passkeyRoutes,
  ...mailRoutes,
  ...meRoutes,
  ...mailKindRoutes,
  ...memberRoutes,
  ...groupRoutes,
  ...workspaceRoutes,
  ...brandRoutes,
  ...holidayRoutes,
  ...availabilityRoutes,
  ...workPatternRoutes,
  ...clientRoutes,
  ...contactRoutes,
  ...erasePersonRoutes,
  ...clientAccessRoutes,
  ...projectRoutes,
  ...projectLifeRoutes,
  ...projectMemberRoutes,
  ...projectMailRoutes,
  ...projectContactRoutes,
  ...fixedDateRoutes,
  ...doorRoutes,
  ...allocationRoutes,
  ...trashRoutes,
  ...timelineRoutes,
  ...liveRoutes,
  ...objectiveRoutes,
  ...milestoneRoutes,
  ...milestoneRoleRoutes,
  ...statedHealthRoutes,
  ...criterionRoutes,
  ...deliverableRoutes,
  ...riskRoutes,
  ...procedureRoutes,
  ...startProjectRoutes,
  ...projectCopyRoutes,
  ...boardRoutes,
  ...cardRoutes,
  ...cardsTogetherRoutes,
  ...cardCopyRoutes,
  ...cardTemplateRoutes,
  ...cardFieldRoutes,
  ...cardListRoutes,
  ...cardLinkRoutes,
  ...timeRoutes,
  ...projectTimeRoutes,
  ...cardValueRoutes,
  ...cardWatcherRoutes,
  ...customFieldRoutes,
  ...checklistRoutes,
  ...columnRoutes,
  ...itemCardRoutes,
  ...labelRoutes,
  ...promotionRoutes,
  ...commentRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...fileRoutes,
  ...folderRoutes,
  ...projectFileRoutes,
  ...fileContentRoutes,
  ...replyRoutes,
  ...planRoutes,
  ...workloadRoutes,
  ...forecastRoutes,
  ...planVersionRoutes,
  ...scheduleQualityRoutes,
  ...trendRoutes,
  ...burnUpRoutes,
  ...workDoneRoutes,
  ...memberWorkRoutes,
  ...overviewRoutes,
  ...portfolioFileRoutes,
  ...projectDayRoutes,
  ...savedViewRoutes,
  ...todayRoutes,
  ...milestoneHeadRoutes,
  ...milestoneMoveRoutes,
  ...cardDependencyRoutes,
  ...dependencyRoutes,
  ...adjustmentRoutes,
  ...dateChangeRoutes,
  ...fixRoutes,
  ...publicationRoutes,
  ...noticeRoutes,
  ...agreedWindowRoutes,
  ...approvalRoutes,
  ...evidenceRoutes,
  ...inputRoutes,
  ...clientRequestRoutes,
  ...clientTimeRoutes,
  ...paymentRoutes,
  ...changeRequestRoutes,
  ...decisionLogRoutes,
  ...clientQuoteRoutes,
  ...deliveryRoutes,
  ...momentRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...retrospectiveRoutes,
  ...inboxRoutes,
  ...searchRoutes,
  ...linkRoutes,
  ...mailRhythmRoutes,
  ...feedRoutes,
  ...reviewSeriesRoutes,
  ...checkInRoutes,
  ...recurringCardRoutes,
  ...switchRoutes,
  ...buttonRoutes,
  ...reviewDateRoutes,
  ...templateRoutes,
  ...templateFileRoutes,
  ...templateProjectRoutes,
  ...importRoutes,
  ...sampleRoutes,
];
