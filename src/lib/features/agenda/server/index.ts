export { mailAgenda, sendMonthlyAgendas } from './send-agendas.ts';
